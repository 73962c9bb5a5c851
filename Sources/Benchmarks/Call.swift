/// What the program was asked for.
struct Call {
  private(set) var subjects: [Subject] = []
  /// The mode that is to be measured in this very process; `nil` where processes are to be started.
  private(set) var mode: Mode?
  private(set) var isJSON = false
  private(set) var isHelp = false
  /// The program to compare with.
  private(set) var reference: String?
  /// How often each program is started, where that is said.
  private(set) var starts: Int?

  /// Reads the arguments behind the program's name.
  init(_ words: some Sequence<String>) throws(Fault) {
    var words = Array(words)[...]
    while let word = words.popFirst() {
      switch word {
      case "w1": subjects.append(.workload(.w1))
      case "w2": subjects.append(.workload(.w2))
      case "w3":
        let count = try Call.number(
          words.popFirst(), in: 4...1_000_000_000, "`w3` takes the number of its operations")
        subjects.append(.workload(.w3(operationCount: count)))
      case "lessons": subjects.append(.lessons)
      case "startup": subjects.append(.startup)
      case "memory": subjects.append(.memory)
      case "--json": isJSON = true
      case "--help", "-h": isHelp = true
      case "--reference":
        guard let path = words.popFirst() else { throw .usage("`--reference` takes the path of a program") }
        reference = path
      case "--starts":
        starts = try Call.number(
          words.popFirst(), in: 1...1000, "`--starts` takes how often to start each program")
      case "--mode":
        guard let mode = words.popFirst().flatMap(Mode.init) else {
          throw .usage("`--mode` takes \(Mode.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.mode = mode
      default: throw .usage("there is nothing called `\(word)`")
      }
    }
    if subjects.isEmpty { subjects = Subject.all }
    try requireOneWorkload()
  }

  /// A mode is that of one workload, which has it.
  private func requireOneWorkload() throws(Fault) {
    guard let mode, !isHelp else { return }
    guard subjects.count == 1, case .workload(let workload) = subjects[0], reference == nil, starts == nil
    else {
      throw .usage("`--mode` goes with one of w1, w2 and w3, and with neither `--reference` nor `--starts`")
    }
    guard workload.modes.contains(mode) else {
      throw .usage("`\(workload.arguments[0])` has no mode `\(mode.rawValue)`")
    }
  }

  private static func number(
    _ word: String?, in range: ClosedRange<Int>, _ message: String
  ) throws(Fault) -> Int {
    guard let number = word.flatMap({ Int($0) }), range.contains(number) else {
      throw .usage("\(message), \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
