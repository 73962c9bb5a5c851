import Algebra
import LessonRuntime
import PlainText
import Rendering
import Stepper
import Terminal
import Transcript

// The training as it is drawn.

extension Player {
  /// The training in as many lines as stand above the last two.
  var trainingLines: [String] {
    let head = size.rows < 8 ? [standingLine] : [plain(networkLine), standingLine]
    let rows = max(0, size.rows - 2 - head.count)
    return head + body(rows: rows)
  }

  /// What is trained.
  var networkLine: String {
    guard let network else { return title }
    let batches = network.batchSize.map { "batches of \($0)" } ?? "one batch"
    let penalty = network.penalty == .none ? "" : ", \(network.penalty.rawValue) \(network.strength)"
    return "\(network.rowsName), \(network.shape) \(network.activation.rawValue), "
      + "\(network.optimizer.rawValue), \(batches)\(penalty)"
  }

  /// How far it is: what matters first stands first, and what has no room is left out.
  private var standingLine: String {
    let points = training.points
    let wrong = training.labels == nil ? [] : ["wrong \(points.count { $0.isWrong })/\(points.count)"]
    let rate = training.rate.map { ["rate \(signed($0.text ?? words.number($0.value)))"] } ?? []
    let state = isRunning ? "running" : training.end == nil ? "paused" : "ended"
    let parts = ["epoch \(training.epoch)", "loss \(words.loss)"] + wrong + [state] + rate
    let texts = parts.indices.reversed().map { parts[...$0].joined(separator: "  ") }
    return plain(texts.first { displayWidth($0) <= size.columns } ?? parts[0])
  }

  // MARK: Panes

  /// The plane on the left, losses and weights on the right.
  private func body(rows: Int) -> [String] {
    guard rows > 0 else { return [] }
    let isWide = size.columns >= 56 && rows >= 14
    let columns = min(isWide ? 2 * (rows - 4) + 5 : 2 * rows, size.columns / 2)
    let left = planeLines(columns: columns, rows: rows, hasAxes: isWide)
    guard !left.isEmpty else { return rightLines(columns: size.columns, rows: rows, hasCurve: isWide) }
    let room = size.columns - columns - 2
    let right = rightLines(columns: room, rows: rows, hasCurve: isWide)
    return (0..<rows).map { row in
      let cell = left.indices.contains(row) ? left[row] : nil
      let other = right.indices.contains(row) ? right[row] : ""
      guard !other.isEmpty else { return cell?.text ?? "" }
      let padding = String(repeating: " ", count: columns + 2 - (cell?.columns ?? 0))
      return (cell?.text ?? "") + padding + other
    }
  }

  private func rightLines(columns: Int, rows: Int, hasCurve: Bool) -> [String] {
    let curve = hasCurve ? curveLines(columns: columns, rows: min(14, rows / 2)) : []
    return curve + paramLines(columns: columns, rows: rows - curve.count)
  }

  /// The params around the marked one, which is told by a sign.
  private func paramLines(columns: Int, rows: Int) -> [String] {
    let names = training.paramNames
    let count = names.count
    guard rows > 0, count > 0, columns > 2 else { return [] }
    let head = fitted("weight \(marked + 1) of \(count)", columns: columns)
    let first = min(max(0, marked - (rows - 1) / 2), max(0, count - rows + 1))
    let shown = first..<min(count, first + max(1, rows - 1))
    let params = training.params
    let width = shown.map { displayWidth(names[$0]) }.max() ?? 0
    let lines = shown.map { index in
      let padding = String(repeating: " ", count: width - displayWidth(names[index]))
      let number = words.number(params[index])
      // Signs stand below one another.
      let line = style.words(
        "\(index == marked ? ">" : " ") \(names[index])\(padding) \(number.hasPrefix("−") ? "" : " ")\(number)"
      )
      let cut = fitted(line, columns: columns)
      return index == marked ? style.bold(cut) : cut
    }
    return rows == 1 ? lines : [head] + lines
  }

  // MARK: Pictures

  private var renderer: TextRenderer {
    TextRenderer(
      width: max(Style.narrowestPage, size.columns), alphabet: style.alphabet,
      ink: size.columns < Style.narrowestPage ? .none : style.ink, medium: style.medium)
  }

  /// The losses over the epochs.
  private func curveLines(columns: Int, rows: Int) -> [String] {
    let losses = training.losses
    guard rows >= 6, let last = losses.last, last.epoch > 0, let top = losses.map(\.loss).max(), top > 0,
      top.isFinite
    else { return [] }
    let step = TickStep(upTo: top)
    let curve = Plot.Curve(
      label: .name(Name("loss")), points: losses.map { (x: Double($0.epoch), y: $0.loss) })
    let picture = Plot.Picture.curves(
      [curve],
      horizontal: Plot.Axis(
        label: [], ticks: [Number(0, text: "0"), Number(Double(last.epoch), text: String(last.epoch))]),
      vertical: Plot.Axis(label: [], ticks: [Number(0, text: "0"), step.highest]))
    let drawn = SizedPicture(of: picture, columns: columns, rows: rows - 1, hasAxes: true, in: renderer)
    guard let drawn else { return [] }
    return [fitted("loss, over the epochs", columns: columns)] + drawn.lines.map(\.text)
  }

  /// The output over the plane, with the points on top.
  private func planeLines(columns: Int, rows: Int, hasAxes: Bool) -> [SizedPicture.Line] {
    // A place of the plane for each column and each half of a row.
    let across = hasAxes ? columns - 5 : columns
    let up = 2 * (hasAxes ? rows - 4 : rows)
    guard let labels = training.labels, let plane = training.plane(columns: across, rows: up) else {
      return []
    }
    let bounds = (0...4).map { labels.low + (labels.high - labels.low) * Double($0) / 4 }
    let values = plane.values.map { row in
      row.map { $0.map { min(max($0, labels.low), labels.high) } }
    }
    let points = training.points.filter { marks == .all || marks == .wrong && $0.isWrong }
    let map = Plot.HeatMap(
      label: .name(plane.output), horizontal: axis(of: plane.sides.horizontal, plane.ranges.horizontal),
      vertical: axis(of: plane.sides.vertical, plane.ranges.vertical), values: values,
      shades: .between(bounds.map { training.shown($0) }),
      points: points.map {
        Plot.HeatMap.Point(x: $0.x, y: $0.y, classIndex: $0.label == labels.high ? 1 : 0)
      },
      classes: [labels.low, labels.high].map { [.words(words.number($0))] })
    let picture = SizedPicture(
      of: .heatMap(map), columns: columns, rows: rows, hasAxes: hasAxes, in: renderer)
    return picture?.lines ?? []
  }

  /// An axis with its ends, and 0 where that lies between them.
  private func axis(of name: Name, _ range: ClosedRange<Double>) -> Plot.Axis {
    let ends = [range.lowerBound, range.upperBound]
    let ticks = range.lowerBound < 0 && range.upperBound > 0 ? [ends[0], 0, ends[1]] : ends
    return Plot.Axis(label: [.formula(.name(name))], ticks: ticks.map { training.shown($0) })
  }
}

/// The upper end of an axis from 0: a round number that does not change with every loss.
private struct TickStep {
  let highest: Number

  /// The first of 1, 2, 5, 10, … times a power of ten that is not below a number above 0.
  init(upTo top: Double) {
    var (unit, exponent) = (1.0, 0)
    while unit < top, exponent < 300 { (unit, exponent) = (unit * 10, exponent + 1) }
    while unit / 10 >= top, exponent > -300 { (unit, exponent) = (unit / 10, exponent - 1) }
    let parts: [(share: Double, digit: Int, exponent: Int)] = [
      (0.2, 2, exponent - 1), (0.5, 5, exponent - 1), (1, 1, exponent),
    ]
    let found = parts.first { unit * $0.share >= top } ?? parts[2]
    let text = TickStep.text(found.digit, found.exponent)
    highest = Number(Double(text) ?? top, text: text)
  }

  private static func text(_ digit: Int, _ exponent: Int) -> String {
    switch exponent {
    case 0...6: "\(digit)" + String(repeating: "0", count: exponent)
    case -6 ... -1: "0." + String(repeating: "0", count: -exponent - 1) + "\(digit)"
    default: "\(digit)e\(exponent)"
    }
  }
}
