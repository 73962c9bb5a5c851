/// Why nothing, or nothing good, came of a call.
struct Fault: Error {
  /// How the program ends on account of it.
  let status: Int32
  /// What is wrong, without a capital and a full stop.
  let message: String

  /// Something could not be measured, or the programs do not agree.
  static func failure(_ message: String) -> Fault { Fault(status: 1, message: message) }

  /// The call is wrong.
  static func usage(_ message: String) -> Fault {
    Fault(status: 2, message: message + "\nhint: `Benchmarks --help` shows what there is")
  }
}
