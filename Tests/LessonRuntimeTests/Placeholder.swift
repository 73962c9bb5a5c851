// This file gives way to the target's first suite.
