import Algebra
import Rendering
import TestSupport
import Testing
import Transcript

/// Curves in dots hold what their axes say, and stay in the window.
@Suite struct DottedCurveTests {
  private static let marks = Array("*o+x#@%=")

  private func text(of curves: [Plot.Curve], _ horizontal: Plot.Axis, _ vertical: Plot.Axis, width: Int = 80)
    -> String
  {
    let plot = Plot(sentences: [], picture: .curves(curves, horizontal: horizontal, vertical: vertical))
    return TextRenderer(width: width, medium: .terminal).text(of: Step(name: "p", lines: [Line(.plot(plot))]))
  }

  @Test(arguments: [24, 40, 80])
  func `each point has its dot, and each dot lies on a line from point to point`(width: Int) {
    var (pictures, dotCount) = (0, 0)
    for seed in 0..<10 as Range<UInt64> {
      var random = RandomPlot(seed: seed)
      let (curves, horizontal, vertical) = random.curves(most: 3)
      let printed = text(of: curves, horizontal, vertical, width: width)
      guard let picture = DottedPicture(printed) else {
        #expect(printed.contains("No picture: it") && width < 60, "seed \(seed): \(printed)")
        continue
      }
      pictures += 1
      let marked = Set(picture.marks.map { [$0.column, $0.row] })
      var isSet = Array(repeating: Array(repeating: false, count: picture.width), count: picture.height)
      let dots = picture.dots
      dotCount += dots.count
      for dot in dots { isSet[dot.y][dot.x] = true }
      var isOnLine = Array(repeating: Array(repeating: false, count: picture.width), count: picture.height)
      for curve in curves {
        var last: (x: Double, y: Double)?
        for point in curve.points {
          guard let y = point.y else {
            last = nil
            continue
          }
          let place = picture.place(point.x, y, isLogarithmic: vertical.isLogarithmic)
          let isThere = nearest(to: place.x, below: picture.width).contains { x in
            nearest(to: place.y, below: picture.height).contains { y in
              isSet[y][x] || marked.contains([x / 2, y / 4])
            }
          }
          #expect(isThere, "seed \(seed): \(place) in\n\(printed)")
          let from = last ?? place
          let steps = Int(2 * max(abs(place.x - from.x), abs(place.y - from.y))) + 1
          for step in 0...steps {
            let part = Double(step) / Double(steps)
            let (x, y) = (from.x + (place.x - from.x) * part, from.y + (place.y - from.y) * part)
            for row in Int((y - 1.3).rounded(.up))...Int(y + 1.3) where isOnLine.indices.contains(row) {
              for column in Int((x - 1.3).rounded(.up))...Int(x + 1.3)
              where isOnLine[row].indices.contains(column) {
                isOnLine[row][column] = true
              }
            }
          }
          last = place
        }
      }
      let astray = dots.first { !isOnLine[$0.y][$0.x] }
      #expect(astray == nil, "seed \(seed) in\n\(printed)")
    }
    #expect(pictures > 4 && dotCount > 1000)
  }

  /// The dots nearest to a place, as far as there are any: two where it is half-way between them.
  private func nearest(to place: Double, below end: Int) -> Set<Int> {
    Set([place - 1e-6, place + 1e-6].map { min(max(0, Int($0.rounded())), end - 1) })
  }

  private static let axis = Plot.Axis(label: [], ticks: ["0", "1"].map(number))

  private func curve(_ label: String, _ points: [(x: Double, y: Double?)]) -> Plot.Curve {
    Plot.Curve(label: formula(label), points: points)
  }

  private func marks(of curves: [Plot.Curve]) -> Set<Character> {
    Set(DottedPicture(text(of: curves, Self.axis, Self.axis))?.marks.map(\.mark) ?? [])
  }

  @Test func `of several curves each has a mark of its own on it and in the legend, whatever the colour`() {
    let curves = Self.marks.indices.map { index in
      curve("y\(index)", [(0, Double(index) / 8), (1, Double(index) / 8 + 0.1)])
    }
    #expect(marks(of: curves) == Set(Self.marks))
    let printed = text(of: curves, Self.axis, Self.axis)
    for (index, mark) in Self.marks.enumerated() { #expect(printed.contains("⠒\(mark)⠒ y\(index)")) }
    #expect(!printed.contains("several"))
    let rising = curve("y", [(0, 0), (1, 1)])
    #expect(marks(of: [rising]) == [])
    #expect(marks(of: [rising, rising]) == ["&"])
    #expect(text(of: [rising, rising], Self.axis, Self.axis).contains("& several"))
  }

  @Test func `a point between two gaps is a mark, and what lies beyond the axes is a gap`() {
    #expect(marks(of: [curve("y", [(0, 0), (0.4, nil), (0.5, 0.5), (0.6, nil), (1, 1)])]) == ["*"])
    let torn: [(x: Double, y: Double?)] = [
      (-1, 0.5), (0, 0.5), (0.25, 0.5), (0.5, 7), (0.75, 0.5), (1, 0.5), (.nan, 0.5), (1, .infinity), (2, 2),
    ]
    let dots = DottedPicture(text(of: [curve("y", torn)], Self.axis, Self.axis))?.dots ?? []
    #expect(Set(dots.map(\.y)).count == 1 && !dots.isEmpty)
    #expect(!dots.contains { (40...80).contains($0.x) })
  }

  @Test func `a tick stands where the point at it is drawn`() {
    let axis = Plot.Axis(label: [], ticks: ["0", "1", "2", "3", "4"].map(number))
    let points = (0...4).map { (x: Double($0), y: Optional(Double($0))) }
    let picture = DottedPicture(text(of: [curve("y", points)], axis, axis))
    for tick in picture?.picture.horizontalTicks ?? [] {
      let row = picture?.picture.verticalTicks.first { $0.value == tick.value }?.row ?? -1
      #expect(picture?.picture.mark(tick.column, row) != " ", "\(tick.value)")
    }
    #expect(picture?.picture.horizontalTicks.count == 5)
  }

  @Test(arguments: [20, 21, 27, 40, 80, 500], Ink.allCases)
  func `no line is wider than the window, with any ink, and the same plot gives the same text`(
    width: Int, ink: Ink
  ) {
    for seed in 0..<12 as Range<UInt64> {
      let texts = (0..<2).map { _ in
        var random = RandomPlot(seed: seed)
        let (curves, horizontal, vertical) = random.curves()
        let plot = Plot(
          sentences: [[.formula(curves[0].label), .words("is drawn.")]],
          picture: .curves(curves, horizontal: horizontal, vertical: vertical))
        return TextRenderer(width: width, ink: ink, medium: .terminal)
          .text(of: Step(name: "p", lines: [Line(.plot(plot), level: Int(seed % 3))]))
      }
      #expect(texts[0] == texts[1])
      let wrong = texts[0].withoutInk.split(separator: "\n").first { line in
        columns(line) > width || line.last == " " || line.unicodeScalars.contains(where: \.isCommand)
      }
      #expect(wrong == nil, "seed \(seed)")
    }
  }

  @Test
  func `the plain picture has no ink in a file, and marks in the colours of their curves on a terminal`() {
    let curves = [curve("a", [(0, 0), (1, 1)]), curve("b", [(0, 1), (1, 0)])]
    let plot = Plot(sentences: [], picture: .curves(curves, horizontal: Self.axis, vertical: Self.axis))
    let step = Step(name: "p", lines: [Line(.plot(plot))])
    let plain = TextRenderer(alphabet: .ascii).text(of: step)
    let inked = TextRenderer(alphabet: .ascii, ink: .sixteen, medium: .terminal).text(of: step)
    #expect(inked.withoutInk == plain && plain.allSatisfy { $0.isASCII })
    let marks = InkedText(inked).lines.joined().filter { "*o".contains($0.character) }
    #expect(Set(marks.map { "\($0.character) \($0.codes)" }) == ["* 1;94", "o 1;31"])
  }
}
