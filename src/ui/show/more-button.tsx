import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';

type Pages = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
};

type Props = Omit<ButtonProps, 'loading'> & { pages: Pages; children: ReactNode };

/** Brings the next page of what is shown above it; nothing where there is none. */
export const MoreButton = ({ pages, ...button }: Props) =>
  pages.hasNextPage ? (
    <Button
      w="fit-content"
      {...button}
      loading={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    />
  ) : null;
