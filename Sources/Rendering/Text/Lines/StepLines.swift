internal import Transcript

extension TextArea {
  /// The columns by which a level stands to the right of the one above it.
  private static let levelIndentation = 2
  /// The columns that deep levels leave to the working.
  private static let narrowestWorking = 16

  /// A worked statement. Each of its lines is shown at a beat of its own, or at several, unless the pace says otherwise; a
  /// comment, the stops of a path, and what heads other lines are shown with the line below.
  func lines(of step: Step, _ pace: Step.Pace = Step.Pace()) -> [TextLine] {
    let lines = pacedLines(of: step, pace)
    return pace.isAtOnce ? lines.map(\.atOnce) : lines
  }

  private func pacedLines(of step: Step, _ pace: Step.Pace) -> [TextLine] {
    var lines: [TextLine] = []
    var beat = 0
    var afterPath: Int?
    var rest = step.lines[...]
    while let line = rest.first {
      var indentation = indentation(ofLevel: line.level)
      if case .equation(let equation) = line.content, equation.subject == nil, let names = afterPath {
        indentation = clamped(indentation: names)  // a product stands under the names of its path
      }
      let area = inset(by: indentation)
      afterPath = nil
      switch line.content {
      case .check:
        let group = rest.prefix { $0.isCheck && $0.level == line.level }
        let groupLines = area.lines(of: group.compactMap(\.check)).map { $0.indented(by: indentation) }
        lines += groupLines.inOrder(from: beat)
        beat += group.count
        rest = rest.dropFirst(group.count)
        continue
      case .path(let number, _):
        afterPath = indentation + area.namesColumn(ofPath: number)
      default: break
      }
      var ownLines = area.lines(of: line.content).map { $0.indented(by: indentation) }
      let isJoined = pace.joinsPictures && line.isPlot && ownLines.count <= height ?? .max
      if isJoined || pace.isAtOnce(line: rest.startIndex) { ownLines = ownLines.map(\.atOnce) }
      ownLines = ownLines.inOrder(from: beat)
      lines += ownLines
      let next = rest.dropFirst().firstIndex { !$0.isShownWithNext }
      let isAtOnce = pace.isAtOnce(line: rest.startIndex)
      // A formula that is only called to mind leads to what stands below it.
      let isRun = isAtOnce && (line.isFormulaAlone || next.map(pace.isAtOnce(line:)) == true)
      if !isRun, !line.isShownWithNext, let last = ownLines.last(where: { !$0.isEmpty }) {
        beat = last.lastBeat + 1
      }
      rest = rest.dropFirst()
    }
    return lines
  }

  private func lines(of content: Line.Content) -> [TextLine] {
    switch content {
    case .equation(let equation): lines(of: equation)
    case .givens(let numbers): lines(of: numbers)
    case .table(let table): lines(of: table)
    case .path(let number, let stops): lines(ofPath: number, stops)
    case .results(let results, let remark): lines(ofResults: results, with: remark)
    case .matrix(let matrix, let remark, let otherwise):
      lines(of: matrix, with: remark) ?? otherwise.flatMap { lines(of: $0.content) }.map(\.atOnce)
    case .network(let network, let otherwise):
      lines(of: network) ?? otherwise.flatMap { lines(of: $0.content) }.map(\.atOnce)
    case .plot(let plot): lines(of: plot)
    case .check(let check): lines(of: [check])
    case .remark(let phrases): lines(ofRemark: phrases)
    case .comment(let comment): lines(ofComment: comment)
    case .blank: [TextLine()]
    }
  }

  private func indentation(ofLevel level: Int) -> Int {
    clamped(indentation: Self.workingIndentation + Self.levelIndentation * min(max(level, 0), width))
  }

  private func clamped(indentation: Int) -> Int {
    min(indentation, width - Self.narrowestWorking)
  }
}

extension [TextLine] {
  /// The lines so many beats later, and none of them before one that stands above it.
  fileprivate func inOrder(from beat: Int) -> [TextLine] {
    var latest = beat
    return map { line in
      let line = line.delayed(by: beat).notBefore(latest)
      latest = Swift.max(latest, line.lastBeat)
      return line
    }
  }
}

extension Line {
  /// Whether the line is no stop for somebody who reads step by step.
  fileprivate var isShownWithNext: Bool {
    switch content {
    case .comment, .blank, .path: true
    case .remark(let phrases):
      // `Then all changes:` heads what stands below it.
      if case .words(let words)? = phrases.last { words.hasSuffix(":") } else { false }
    case .equation, .givens, .table, .results, .matrix, .network, .plot, .check: false
    }
  }

  /// Whether the line is a formula without numbers.
  fileprivate var isFormulaAlone: Bool {
    guard case .equation(let equation) = content, equation.rightSides.count == 1,
      case .names? = equation.rightSides.first?.content
    else {
      return false
    }
    return true
  }

  var check: Check? {
    if case .check(let check) = content { check } else { nil }
  }

  fileprivate var isCheck: Bool { check != nil }
}
