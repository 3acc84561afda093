"""What every fine is measured by: the step, the limitation, the additional fine."""
