import { Navigate } from 'react-router';

export const Component = () => <Navigate to="/settings/profile" replace />;
