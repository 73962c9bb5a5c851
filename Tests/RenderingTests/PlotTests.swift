import Algebra
import Rendering
import Testing
import Transcript

/// Pictures hold what their axes say, read back from the text alone.
@Suite struct PlotTests {
  private static let widths = [20, 21, 27, 40, 60, 80, 120, 500]
  private static let marks = Array("*o+x#@%=")

  @Test(arguments: widths)
  func `each mark stands for a point within half a cell, and each point has its mark`(width: Int) {
    var (pictures, marks) = (0, 0)
    for seed in 0..<25 as Range<UInt64> {
      var random = RandomPlot(seed: seed)
      let (curves, horizontal, vertical) = random.curves(most: 3)
      let plot = Plot(
        sentences: [], picture: .curves(curves, horizontal: horizontal, vertical: vertical))
      let printed = text([Line(.plot(plot))], width: width)
      guard let picture = PrintedPicture(printed) else {
        #expect(printed.contains("No picture: it") && width < 60, "seed \(seed): \(printed)")
        continue
      }
      pictures += 1
      #expect(picture.columns <= 61 && picture.rows.count <= 16)
      #expect(picture.verticalTicks.map(\.value) == vertical.ticks.map(\.value))
      #expect(picture.horizontalTicks.first?.value == horizontal.ticks.first?.value)
      #expect(picture.horizontalTicks.last?.value == horizontal.ticks.last?.value)
      let cells = curves.map { curve in
        curve.points.compactMap { point in
          point.y.map { y in
            (
              column: picture.column(of: point.x),
              row: picture.row(of: y, isLogarithmic: vertical.isLogarithmic)
            )
          }
        }
      }
      marks += picture.marks.count
      let wrong = picture.marks.first { mark in
        let there = Self.marks.indices.prefix(curves.count).filter { index in
          cells[index].contains { isNear($0.column, mark.column) && isNear($0.row, mark.row) }
        }
        return mark.mark == "&"
          ? there.count < 2 : !there.contains { Self.marks[$0] == mark.mark }
      }
      #expect(wrong == nil, "seed \(seed) in\n\(printed)")
      for (own, points) in zip(Self.marks, cells) {
        let lost = points.first { point in
          !nearest(to: point.column).contains { column in
            nearest(to: point.row).contains { [own, "&"].contains(picture.mark(column, $0)) }
          }
        }
        #expect(lost == nil, "seed \(seed): \(own) in\n\(printed)")
      }
    }
    #expect(pictures > 10 && marks > 100)
  }

  @Test(arguments: widths, [Alphabet.unicode, .ascii])
  func `no line is wider than the page, ends in a space or steers the terminal, and pictures are ASCII`(
    width: Int, alphabet: Alphabet
  ) {
    for seed in 0..<16 as Range<UInt64> {
      var random = RandomPlot(seed: seed)
      let (curves, horizontal, vertical) = random.curves()
      let plot = Plot(
        sentences: [[.formula(curves[0].label), .words("is drawn.")]],
        picture: .curves(curves, horizontal: horizontal, vertical: vertical))
      let lines = text([Line(.plot(plot), level: Int(seed % 3))], width: width, alphabet: alphabet)
        .split(separator: "\n")
      let wrong = lines.first { line in
        columns(line) > width || line.last == " " || line.unicodeScalars.contains(where: \.isCommand)
      }
      #expect(wrong == nil, "seed \(seed)")
      #expect(lines.filter { $0.contains("|") }.allSatisfy { $0.utf8.count == $0.count }, "seed \(seed)")
    }
  }

  @Test func `a point half-way between two rows is drawn in the upper one, whatever its last bits`() {
    let axis = Plot.Axis(label: [], ticks: ["0", "1"].map(number))
    let texts = [(0.5).nextDown, 0.5, (0.5).nextUp].map { y in
      let curve = Plot.Curve(label: formula("y"), points: [(0, y), (1, y)])
      return text([
        Line(.plot(Plot(sentences: [], picture: .curves([curve], horizontal: axis, vertical: axis))))
      ])
    }
    #expect(Set(texts).count == 1)
    #expect(PrintedPicture(texts[0])?.marks.map(\.row) == [8, 8])
  }

  @Test func `what lies beyond the axes is not drawn`() {
    let axis = Plot.Axis(label: [], ticks: ["0", "1"].map(number))
    let points: [(x: Double, y: Double?)] = [
      (-1, 0.5), (0.5, 7), (.nan, 0.5), (0.5, .infinity), (2, 2), (0.5, nil), (1, 1),
    ]
    let plot = Plot(
      sentences: [],
      picture: .curves([.init(label: formula("y"), points: points)], horizontal: axis, vertical: axis))
    #expect(PrintedPicture(text([Line(.plot(plot))]))?.marks.count == 1)
  }

  @Test func `nothing that is not above 0 stands on a logarithmic axis`() {
    let (across, up) = (
      Plot.Axis(label: [], ticks: ["0", "1"].map(number)),
      Plot.Axis(label: [], ticks: ["1", "10"].map(number), isLogarithmic: true)
    )
    let points: [(x: Double, y: Double?)] = [(0, 0), (0.5, -1), (1, 10)]
    let plot = Plot(
      sentences: [],
      picture: .curves([.init(label: formula("y"), points: points)], horizontal: across, vertical: up))
    #expect(PrintedPicture(text([Line(.plot(plot))]))?.marks.map(\.row) == [15])
  }

  @Test func `what cannot be drawn is refused with a reason`() {
    let axis = Plot.Axis(label: [], ticks: ["0", "1"].map(number))
    let point = Plot.Axis(label: [], ticks: [number("1")])
    let curve = Plot.Curve(label: formula("y"), points: [(0, 0), (1, 1)])
    let refused: [(Plot.Picture, String)] = [
      (
        .curves(Array(repeating: curve, count: 9), horizontal: axis, vertical: axis),
        "    No picture: there are marks for 8 curves only."
      ),
      (.curves([curve], horizontal: point, vertical: axis), "    No picture: an axis has no length."),
      (.curves([curve], horizontal: axis, vertical: point), "    No picture: an axis has no length."),
      (
        .heatMap(
          .init(
            label: formula("y"), horizontal: axis, vertical: axis, values: [[1]], shades: .between(axis.ticks)
          )),
        "    No picture: there are no values over a plane."
      ),
      (
        .heatMap(
          .init(
            label: formula("y"), horizontal: axis, vertical: axis, values: [[1, 2], [3, 4]],
            shades: .between((0...7).map { number("\($0)") }))), "    No picture: there are 1 to 6 shades."
      ),
    ]
    for (picture, reason) in refused {
      #expect(text([Line(.plot(Plot(sentences: [], picture: picture)))]) == reason)
    }
  }

  /// Whether the cell is the nearest to a place, or as near as another.
  private func isNear(_ place: Double, _ cell: Int) -> Bool { abs(place - Double(cell)) <= 0.5 + 1e-6 }

  /// The cells that are nearest to a place: two where it is half-way between them.
  private func nearest(to place: Double) -> Set<Int> {
    Set([place - 1e-6, place + 1e-6].map { Int($0.rounded()) })
  }
}
