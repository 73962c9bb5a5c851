import Diagnostics
import LessonRuntime
import PlainText
import Rendering
import Transcript

/// `longhand check --trace`: holds a trace against the lesson that it names, which is worked out again from its own formulas.
struct TraceCheck {
  private let call: CommandCall
  private let file: TextFile

  /// The check that a call asks for; `nil` where it asks for none.
  init?(_ call: CommandCall) throws(Failure) {
    guard let path = call.arguments.value(of: .trace) else { return nil }
    for option in [Option.update, .style] where call.arguments.has(option) {
      throw .usage("`\(option.name)` is of no use with `--trace`")
    }
    guard call.arguments.operands.count <= 1 else {
      throw .usage("a trace is of one lesson, not of \(call.arguments.operands.count)")
    }
    self.call = call
    file = call.textFile(atPath: path)
  }

  /// The most bytes of a trace that are read.
  private static let sizeLimit = 1_000_000_000

  /// As many differences are told.
  private static let maxTold = 20

  func run() throws -> ExitStatus {
    let trace = try read()
    let source = try call.source(
      call.arguments.operands.first ?? text(trace["lesson"], "the name of its lesson"))
    let lesson = try call.lesson(source, in: call.file(of: source))
    var run = call.run(lesson, try options(trace["settings"], for: lesson, called: source.name))
    run.transcript.answers = trace["settings"]?["answers"]?.text.flatMap(Transcript.Answers.init) ?? .end
    if run.isCancelled { throw Failure(.interrupted, "stopped in `\(source.name)`") }
    let differences = try call.timing.measure(.writing) { () throws(Failure) in
      try TraceDifferences(of: trace, from: value(TraceRenderer().text(of: run.transcript)))
    }
    guard !differences.all.isEmpty else {
      try print(["\(file.shownPath): all of it is what `\(source.name)` gives"])
      return .success
    }
    let rest = differences.all.count - TraceCheck.maxTold
    try print(
      ["\(file.shownPath): is not what `\(source.name)` gives"]
        + differences.all.prefix(TraceCheck.maxTold).map { "  " + $0 }
        + (rest > 0 ? ["  \(rest) more like these"] : []))
    return .failure
  }

  // MARK: What the trace says

  private func read() throws(Failure) -> JSONValue {
    let trace = try value(String(decoding: file.bytes(limit: TraceCheck.sizeLimit), as: UTF8.self))
    guard trace["format"]?.text == TraceRenderer.format else { throw fault("is no trace of Longhand") }
    guard trace["version"]?.double == Double(TraceRenderer.version) else {
      throw fault("is of another version than \(TraceRenderer.version), which is all that is known here")
    }
    return trace
  }

  private func value(_ text: String) throws(Failure) -> JSONValue {
    do throws(JSONValue.Fault) {
      return try JSONValue(reading: Array(text.utf8))
    } catch {
      throw fault("is no JSON: line \(error.line): \(error.message)")
    }
  }

  private func fault(_ message: String) -> Failure { Failure(.failure, "`\(file.shownPath)` \(message)") }

  private func text(_ value: JSONValue?, _ what: String) throws(Failure) -> String {
    guard let text = value?.text else { throw fault("lacks \(what)") }
    return text
  }

  private func elements(_ value: JSONValue?, _ what: String) throws(Failure) -> [JSONValue] {
    guard let elements = value?.elements else { throw fault("lacks \(what)") }
    return elements
  }

  /// The options with which the trace says that it was made.
  private func options(
    _ settings: JSONValue?, for lesson: Lesson, called name: String
  ) throws(Failure) -> RunOptions {
    var options = RunOptions()
    guard let decimals = settings?["decimals"]?.double, (0...12).contains(decimals),
      decimals == decimals.rounded()
    else { throw fault("lacks its decimals, 0 to 12") }
    options.decimals = Int(decimals)
    var numbers: [String] = []
    for number in try elements(settings?["numbers"], "its changed numbers") {
      let name = try text(number["subject"]?["calc"], "the name of a changed number")
      numbers.append(try "\(name)=\(text(number["number"]?["shown"], "the digits of `\(name)`"))")
    }
    options.settings = try Settings(numbers).settings(for: lesson, called: name)
    options.variant = settings?["variant"]?.text
    for rows in try elements(settings?["data"], "its changed rows") {
      options.data.append(try self.rows(rows, for: lesson))
    }
    return options
  }

  private func rows(_ value: JSONValue, for lesson: Lesson) throws(Failure) -> RunOptions.Rows {
    let name = try text(value["name"], "the name of changed rows")
    var lines: [String] = []
    var line: [String] = []
    for column in try elements(value["columns"], "the columns of `\(name)`") {
      line.append(try text(column, "a column of `\(name)`"))
    }
    lines.append(line.joined(separator: ","))
    for row in try elements(value["rows"], "the rows of `\(name)`") {
      line = []
      for number in try elements(row, "a row of `\(name)`") {
        line.append(try text(number["shown"], "a number of `\(name)`"))
      }
      lines.append(line.joined(separator: ","))
    }
    let source = try text(value["source"], "the file of `\(name)`")
    let file = SourceFile(name: source, text: lines.map { $0 + "\n" }.joined())
    let (read, diagnostics) = lesson.rows(replacing: name, from: file)
    if let failure = Failure(diagnostics, in: file) { throw failure }
    guard let read else { throw fault("lacks the rows of `\(name)`") }
    return read
  }

  private func print(_ lines: [String]) throws(Output.Fault) {
    try call.invocation.results.print(lines.map { $0.harmlessLine + "\n" }.joined())
  }
}

/// Where a trace and what was worked out differ, in the order of the page.
private struct TraceDifferences {
  private(set) var all: [String] = []

  /// As much of a value is told.
  private static let longestValue = 60

  init(of trace: JSONValue, from worked: JSONValue) { compare(trace, worked, "") }

  private mutating func compare(_ one: JSONValue, _ other: JSONValue, _ path: String) {
    switch (one, other) {
    case (.object(let members), .object(let others)):
      for member in others {
        if let value = one[member.name] {
          compare(value, member.value, "\(path)/\(member.name)")
        } else {
          note("\(path)/\(member.name)", nil, member.value)
        }
      }
      for member in members where other[member.name] == nil {
        note("\(path)/\(member.name)", member.value, nil)
      }
    case (.array(let values), .array(let others)):
      for index in 0..<max(values.count, others.count) {
        let value = values.indices.contains(index) ? values[index] : nil
        let other = others.indices.contains(index) ? others[index] : nil
        let place = path == "/parts" ? TraceDifferences.name(of: other ?? value, index) : "\(path)/\(index)"
        if let value, let other { compare(value, other, place) } else { note(place, value, other) }
      }
    default: if one != other { note(path, one, other) }
    }
  }

  /// What a part is called: `step sum_h1`, `question 2`, or by its place.
  private static func name(of part: JSONValue?, _ index: Int) -> String {
    if let name = part?["name"]?.text { return "step \(name)" }
    if case .number(let digits)? = part?["question"]?["number"] { return "question \(digits)" }
    return "/parts/\(index)"
  }

  private mutating func note(_ path: String, _ traced: JSONValue?, _ worked: JSONValue?) {
    let shown = { (value: JSONValue?) in
      value.map { value in
        let line = value.line
        return line.count <= TraceDifferences.longestValue
          ? line : line.prefix(TraceDifferences.longestValue) + "…"
      } ?? "nothing"
    }
    all.append("\(path): has \(shown(traced)), and \(shown(worked)) was worked out")
  }
}
