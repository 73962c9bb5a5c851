import Algebra
import Diagnostics
import LessonRuntime

/// What a training has come to, in words: all that a window shows of it in signs and colours.
struct TrainingWords {
  let training: LiveTraining

  /// A number as the lesson shows it.
  func number(_ value: Double) -> String { signed(training.shown(value).text ?? "no value") }

  /// The loss, and why there is none.
  var loss: String { training.loss.map(number) ?? "no value" }

  // MARK: How it stands

  /// Where the training is, what it has come to, and the rate of the next epoch.
  var standing: String {
    let rate = training.rate.map { "; rate \(signed($0.text ?? number($0.value)))" } ?? ""
    return "Epoch \(training.epoch): loss \(loss)" + (mistakes.map { "; \($0)" } ?? "") + rate + "."
  }

  /// How many rows are on the wrong side, and with which labels; `nil` where labels are no sides.
  var mistakes: String? {
    let points = training.points
    guard let labels = training.labels, !points.isEmpty else { return nil }
    let wrong = points.filter(\.isWrong)
    let verb = wrong.count == 1 ? "is" : "are"
    let count = "\(wrong.count) of \(points.count) points \(verb) on the wrong side"
    guard !wrong.isEmpty else { return "none of \(points.count) points is on the wrong side" }
    let high = wrong.count { $0.label == labels.high }
    return
      "\(count) (\(wrong.count - high) with label \(number(labels.low)), \(high) with \(number(labels.high)))"
  }

  /// Why the training does not go on; `nil` while it can.
  var end: String? {
    switch training.end {
    case nil: nil
    case .met: "The training is at the end that the lesson sets it."
    case .cancelled: "The training was stopped."
    case .stopped(let diagnostic): "The training stops: \(diagnostic.message)."
    }
  }

  // MARK: Lists

  /// The number of each param, a line each.
  var params: [String] {
    zip(training.paramNames, training.params).map { "\($0) = \(number($1))" }
  }

  /// The losses behind some epochs: 0, 1, 2, 5, 10, 20, 50 and so on, and the last.
  var losses: [String] {
    training.losses.filter { $0.epoch == training.epoch || isTold($0.epoch) }.map {
      $0.epoch == 0
        ? "loss before the first epoch: \(number($0.loss))"
        : "loss behind epoch \($0.epoch): \(number($0.loss))"
    }
  }

  private func isTold(_ epoch: Int) -> Bool {
    var unit = epoch
    while unit >= 10, unit.isMultiple(of: 10) { unit /= 10 }
    return [0, 1, 2, 5].contains(unit)
  }

  /// The points on the wrong side, a line each.
  var wrongPoints: [String] {
    let wrong = training.points.filter(\.isWrong)
    if training.labels == nil {
      return ["The labels of the rows are not two, so that no row is on a wrong side."]
    }
    if wrong.isEmpty { return ["No point is on the wrong side."] }
    return wrong.map { "point (\(place($0.x)), \(place($0.y))) with label \(number($0.label))" }
  }

  // MARK: The plane

  /// Along how many lines the plane is told, and at how many places the output is looked at along each.
  private static let (lines, places) = (7, 61)
  /// At how many of these places the output itself is told.
  private static let values = 5

  /// Where the output is below and above the boundary, and how large it is, along lines from left to right, the highest first.
  var plane: [String] {
    guard let level = training.level,
      let plane = training.plane(columns: Self.places, rows: Self.lines)
    else { return ["There is no plane to look at: the rows do not set two inputs, or have no two labels."] }
    let side = plane.sides.vertical.text
    let told = stride(from: 0, to: Self.places, by: (Self.places - 1) / (Self.values - 1))
    let places = told.map { place(plane.ranges.horizontal.place($0, of: Self.places)) }
    let opening =
      "At the end of each line stands \(plane.output) at \(plane.sides.horizontal) = \(places.joined(separator: ", "))."
    return [opening]
      + plane.values.indices.reversed().map { row in
        let height = plane.ranges.vertical.place(row, of: Self.lines)
        let values = told.map { plane.values[row][$0].map(number) ?? "none" }.joined(separator: ", ")
        return "\(side) = \(place(height)): \(stretches(of: plane.values[row], level, plane)); \(values)"
      }
  }

  /// `y below 0 up to x1 = −2.1, above 0 up to 2.3, below 0 from there on`
  private func stretches(of values: [Double?], _ level: Double, _ plane: LiveTraining.Plane) -> String {
    let words = values.map { value in
      value.map { $0 < level ? "below \(number(level))" : "not below \(number(level))" } ?? "without value"
    }
    guard words.contains(where: { $0 != words[0] }) else { return "\(plane.output) is \(words[0]) all along" }
    var parts: [String] = []
    for index in words.indices.dropFirst() where words[index] != words[index - 1] {
      let crossing = crossing(of: level, between: values[index - 1], values[index])
      let at = plane.ranges.horizontal.place(Double(index - 1) + crossing, of: words.count)
      let name = parts.isEmpty ? "\(plane.sides.horizontal) = " : ""
      parts.append("\(words[index - 1]) up to \(name)\(place(at))")
    }
    return "\(plane.output) is \(parts.joined(separator: ", ")), \(words[words.count - 1]) from there on"
  }

  /// Where a level lies between two values, as a part of the way.
  private func crossing(of level: Double, between first: Double?, _ second: Double?) -> Double {
    guard let first, let second, first != second else { return 0.5 }
    return min(max((level - first) / (second - first), 0), 1)
  }

  /// A coordinate to one decimal.
  private func place(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard abs(tenths) < 1e15 else { return number(value) }
    let whole = Int(tenths)
    let sign = whole < 0 ? "−" : ""
    let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 10)
    return "\(sign)\(units)" + (rest == 0 ? "" : ".\(rest)")
  }
}

/// Digits with the minus of Longhand's texts.
func signed(_ digits: String) -> String { digits.hasPrefix("-") ? "−" + digits.dropFirst() : digits }

extension ClosedRange<Double> {
  /// The place of that number among `count` places, the outer two at the ends.
  fileprivate func place(_ number: Double, of count: Int) -> Double {
    lowerBound + (upperBound - lowerBound) * number / Double(count - 1)
  }

  fileprivate func place(_ number: Int, of count: Int) -> Double { place(Double(number), of: count) }
}
