/// What the parts of a call take, told at its end where `--timing` asks for it.
///
/// It is processor time, which does not grow where other programs run too.
final class Timing {
  private let clock: () -> Double
  /// The seconds of each part that there was.
  private var spent: [Part: Double] = [:]
  private var begins: [Part: Double] = [:]
  /// How often each part has begun and not ended.
  private var depths: [Part: Int] = [:]

  /// A part of what is done for a lesson; of several lessons, the same parts are added up.
  enum Part: String, CaseIterable {
    /// Finding the lesson, reading it, and looking up its names.
    case reading = "reading and resolving"
    /// Running it.
    case running = "running"
    /// Of that, its trainings, and the loops that only record.
    case training = "  training"
    /// Laying the transcript out, and writing it or holding it against the recorded one.
    case writing = "laying out and writing"
  }

  /// Nothing spent yet; `clock` gives the seconds so far.
  init(clock: @escaping () -> Double) { self.clock = clock }

  /// A part begins.
  func begin(_ part: Part) {
    depths[part, default: 0] += 1
    if depths[part] == 1 { begins[part] = clock() }
  }

  /// A part that has begun ends.
  func end(_ part: Part) {
    depths[part, default: 1] -= 1
    // What begins within the same part is counted with it.
    guard depths[part] == 0, let begin = begins.removeValue(forKey: part) else { return }
    spent[part, default: 0] += clock() - begin
  }

  /// Does `work`, which is all of a part or some of it.
  func measure<Result, Fault: Error>(_ part: Part, _ work: () throws(Fault) -> Result) throws(Fault) -> Result
  {
    begin(part)
    defer { end(part) }
    return try work()
  }

  /// A line for each part that there was, the numbers below each other.
  var text: String {
    let rows = Part.allCases.compactMap { part in
      spent[part].map { (title: part.rawValue, time: Timing.milliseconds($0)) }
    }
    let widths = (rows.map(\.title.count).max() ?? 0, rows.map(\.time.count).max() ?? 0)
    return rows.map { title, time in
      let gap = String(repeating: " ", count: widths.0 + widths.1 - title.count - time.count)
      return "timing: \(title)  \(gap)\(time) ms\n"
    }.joined()
  }

  /// Milliseconds with one digit after the point.
  private static func milliseconds(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
