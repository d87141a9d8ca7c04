import { Anchor, Box } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { EmptyState } from '../parts/EmptyState.tsx';
import { ProblemView } from '../parts/ProblemView.tsx';

/** A screen that could not be shown. */
export const Fault = ({ error, reset }: ErrorComponentProps) => (
  <Box component="section" aria-label="Problem" p="md">
    <ProblemView error={error} retry={reset} />
  </Box>
);

export const Missing = () => (
  <EmptyState
    title="There is nothing at this address"
    action={
      <Anchor component={Link} to="/">
        Go to what needs you now
      </Anchor>
    }
  >
    The link may be old, or a number in it mistyped. ⌘K finds a deal by its number or its address.
  </EmptyState>
);
