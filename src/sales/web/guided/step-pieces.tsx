import { EndStep } from './end-step.tsx';
import { FurtherStep } from './further-step.tsx';
import { GoOn } from './go-on.tsx';
import { ObjectionsStep } from './objections-step.tsx';
import { PaymentStep } from './payment-step.tsx';
import { QuestionStep } from './question-step.tsx';
import { RecommendationStep } from './recommendation-step.tsx';
import type { StepProps } from './use-guided.ts';

const SayStep = ({ acting }: StepProps) => (
  <GoOn acting={acting} onGo={() => acting.act('POST /api/guided-sales/{id}/answer', {})} />
);

/** What is done at each kind of step. */
export const stepPieces = {
  say: SayStep,
  question: QuestionStep,
  recommendation: RecommendationStep,
  objections: ObjectionsStep,
  further: FurtherStep,
  payment: PaymentStep,
  end: EndStep,
};
