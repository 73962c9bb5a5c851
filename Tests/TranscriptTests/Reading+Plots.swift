// Pictures, and what is said of them.

extension Reading {
  /// Reads a sentence on a picture: what it says of its points agrees, and they are those of a table or of a formula.
  mutating func read(_ sentence: PlotSentence, _ line: Int) throws(Unreadable) {
    plotSentences.append(sentence)
    let points = sentence.points
    let values = points.map(\.value.value)
    switch sentence.claim {
    case .course(let rises, let isWavering, let startsAtZero, let staysAtZero):
      let points = startsAtZero ? [nil] + points.map(Optional.some) : points.map(Optional.some)
      let values = points.map { $0?.value.value ?? 0 }
      if staysAtZero, values[rises.count] != 0 { fault(line, "what stays there is not 0") }
      if !isWavering, points.count > rises.count + 1 {
        fault(line, "a curve without small ups and downs has no further extremes")
      }
      for (index, isRising) in rises.enumerated() where (values[index] < values[index + 1]) != isRising {
        fault(
          line, "from \(values[index]) to \(values[index + 1]) it does not go that way")
      }
      for (index, pair) in zip(points.indices, zip(points, points.dropFirst())).prefix(rises.count)
      where pair.0.map({ $0.place[0].number.value >= pair.1?.place[0].number.value ?? .infinity }) ?? false {
        fault(line, "point \(index + 2) does not stand to the right of the one before")
      }
    case .swings:
      if values.min() != values[0] || values.max() != values[1] {
        fault(line, "\(points[0].value.text) is not the lowest, or \(points[1].value.text) not the highest")
      }
    case .extremes:
      if values[0] >= values[1] { fault(line, "the lowest is not below the highest") }
    case .constant, .values, .nothing: break
    }
    let label =
      sentence.label.isEmpty ? plotSentences.reversed().first { !$0.label.isEmpty }?.label : sentence.label
    guard let label else { return }
    for point in points where !point.place.isEmpty { try read(point, of: label, line) }
    readExtremes(of: sentence, label, line)
  }

  /// The value at a place is that of the table, or what the formula comes to there.
  private mutating func read(_ point: PlotSentence.Point, of label: String, _ line: Int) throws(Unreadable) {
    let (axis, number) = point.place[0]
    if axis == "epoch", number.value == 0, let before = curves[label]?.before {
      tally.workedOut += 1
      if !known.isNear(point.value, before) {
        fault(line, "\(label) is \(before.value) before the first epoch, not \(point.value.text)")
      }
      return
    }
    let isCounter = curves[label].map { $0.counter == axis } ?? false
    if isCounter || ["epoch", "pass"].contains(axis) {
      let shown = curves[label].flatMap { curve in
        isCounter
          ? curve.counted[number.value] : curve.axis == axis ? curve.numbers[Int(number.value)] : nil
      }
      guard let shown else { return }
      tally.foundInTables += 1
      if !known.areSame(point.value, shown) {
        fault(line, "\(label) is \(shown.text) at \(axis) \(number.text), not \(point.value.text)")
      }
      return
    }
    let place = Dictionary(point.place.map { ($0.name, $0.number) }) { $1 }
    guard let estimate = formulas.value(of: try Expression(label), place, known) else { return }
    tally.workedOut += 1
    if !known.isNear(point.value, estimate) {
      fault(line, "\(label) is \(estimate.value) at \(axis) = \(number.text), not \(point.value.text)")
    }
  }

  /// Where a table shows all values, the lowest and the highest are among those of the sentence.
  private mutating func readExtremes(of sentence: PlotSentence, _ label: String, _ line: Int) {
    guard let curve = curves[label], curve.axis == "pass", curve.isWhole,
      let place = sentence.points.first?.place,
      ["pass", curve.counter].contains(place[0].name)
    else { return }
    let told = sentence.points.map(\.value.value)
    for extreme in [curve.numbers.values.map(\.value).min(), curve.numbers.values.map(\.value).max()] {
      guard let extreme else { continue }
      tally.foundInTables += 1
      if !told.contains(where: { Numeral.areNear($0, extreme, within: 1e-5 * max(1, abs(extreme))) }) {
        fault(line, "\(label) comes to \(extreme), of which nothing is said")
      }
    }
  }

  /// The numbers at a picture's axes go as far as those of its sentences.
  mutating func read(_ picture: Picture, _ line: Int) {
    let points = plotSentences.flatMap(\.points).filter { !$0.place.isEmpty }
    let isPlane = points.contains { $0.place.count > 1 }
    // The rows of a matrix stand below each other, and are told before its columns.
    let isMatrix = isPlane && (picture.rows.last.map { $0.value > picture.rows[0].value } ?? false)
    let rows = isMatrix ? picture.rows.map(\.value).reversed() : picture.rows.map(\.value)
    let columns = picture.columns.map(\.value)
    if points.isEmpty { fault(line, "nothing is said of what this picture shows") }
    if rows != rows.sorted(by: >) || columns != columns.sorted() {
      fault(line, "the numbers at an axis are not in order")
    }
    for point in points {
      let places = isMatrix ? point.place.map(\.number.value).reversed() : point.place.map(\.number.value)
      if isPlane, places.count < 2 { continue }
      let isInside =
        columns[0] <= places[0] && places[0] <= columns[columns.count - 1]
        && (isPlane
          ? rows[rows.count - 1] <= places[1] && places[1] <= rows[0]
          : rows[rows.count - 1] <= point.value.value && point.value.value <= rows[0])
      if !isInside { fault(line, "\(point.value.text) at \(places) lies outside of the axes") }
    }
    let haveGaps = plotSentences.contains { if case .nothing = $0.claim { !$0.label.isEmpty } else { false } }
    for sentence in plotSentences where !haveGaps {
      let places = sentence.points.compactMap(\.place.first?.number.value)
      switch sentence.claim {
      case .course(let rises, _, let startsAtZero, let staysAtZero):
        let last = rises.count - (startsAtZero ? 1 : 0)
        if !startsAtZero && places[0] != columns[0]
          || !staysAtZero && places[last] != columns[columns.count - 1]
        {
          fault(line, "\(sentence.label) does not go from \(columns[0]) to \(columns[columns.count - 1])")
        }
      case .swings:
        if places[2] != columns[0] || places[3] != columns[columns.count - 1] {
          fault(line, "\(sentence.label) does not go from \(columns[0]) to \(columns[columns.count - 1])")
        }
      case .constant, .extremes, .values, .nothing: break
      }
    }
    plotSentences = []
  }
}
