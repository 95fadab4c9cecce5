/** What is said of an error that is not expected: its stack only where it is asked for. */
export function describeUnexpected(error: unknown, argv: readonly string[]): string {
  const details =
    argv.includes('--debug') && error instanceof Error
      ? (error.stack ?? '')
      : 'Run again with --debug to see where.';
  return `Unexpected: ${error instanceof Error ? error.message : String(error)}\n${details}\n`;
}
