import Diagnostics

/// `schedule NAME = FORMULA`, behind its first word.
extension Parser {
  /// Reads the rest of a schedule.
  mutating func schedule() throws(Diagnostic) -> Statement.Kind {
    let example = "write it like `schedule eta = 0.1*0.5^floor((epoch - 1)/10)`"
    let name = try name()
    guard accept(.equals) else { throw missing("`=`", hint: example) }
    return .schedule(name, try expression())
  }
}
