/// How the program ends, as the shell sees it; of several lessons the worst one counts.
package enum ExitStatus: Int32, Comparable, Sendable {
  /// All is well.
  case success = 0
  /// A lesson has an error, a check does not hold, a transcript differs, a file cannot be read or written.
  case failure = 1
  /// The program was asked for something that there is not.
  case wrongUsage = 2
  /// A fault of Longhand itself (`EX_SOFTWARE` of sysexits.h).
  case internalFault = 70

  /// Stopped by Ctrl-C, as shells count it: 128 and the signal's number.
  case interrupted = 130

  /// Whether `one` is better than `other`.
  package static func < (one: ExitStatus, other: ExitStatus) -> Bool { one.rawValue < other.rawValue }
}
