import Algebra
import Rendering
import Transcript

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime
@testable import PrintedNumbers

/// Plots as a lesson would ask for them, and how they are printed.
enum PlotFixture {
  static let working = PlotWorking(style: NumberStyle(decimals: 5, shortening: .rounded))
  static let x = Formula.name(Name("x"))

  /// A formula with its values.
  struct Curve {
    let label: Formula
    let value: (Double) -> Double?

    init(_ label: Formula, _ value: @escaping (Double) -> Double?) {
      self.label = label
      self.value = value
    }

    /// A function of `x`, worked out by the table of functions.
    init(_ function: String) {
      let function = Function.named(function) ?? Function.all[0]
      self.init(.call(function, [PlotFixture.x])) { function.value([$0]) }
    }

    /// A named value.
    init(named name: String, _ value: @escaping (Double) -> Double?) {
      self.init(.name(Name(name)), value)
    }
  }

  /// `plot … for x in lowest...highest`
  static func swept(_ curves: Curve..., from lowest: Double, to highest: Double) -> Plot {
    let places = PlotSamples.samples(from: lowest, to: highest)
    return working.curves(
      curves.map { curve in (label: curve.label, points: places.map { ($0, curve.value($0)) }) },
      over: .range(of: x, isSampled: true))
  }

  /// `plot L` behind a training.
  static func trained(for epochs: Int, _ loss: (Double) -> Double?) -> Plot {
    let points = (1...epochs).map { epoch -> (x: Double, y: Double?) in
      (Double(epoch), loss(Double(epoch)))
    }
    return working.curves([(label: .name(Name("L")), points: points)], over: .steps("epoch"))
  }

  /// `plot o for x1 in …, x2 in … with …`
  static func map(
    from lowest: Double, to highest: Double, points: [PlotWorking.LabelledPoint] = [],
    _ value: (Double, Double) -> Double?
  ) -> Plot {
    let columns = PlotSamples.samples(from: lowest, to: highest, most: PlotSamples.horizontalSamples)
    let rows = PlotSamples.samples(from: lowest, to: highest, most: PlotSamples.verticalSamples)
    return working.heatMap(
      of: .name(Name("o")),
      horizontal: .init(name: .name(Name("x1")), lowest: lowest, highest: highest),
      vertical: .init(name: .name(Name("x2")), lowest: lowest, highest: highest),
      values: rows.map { row in columns.map { value($0, row) } }, points: points, classes: .name(Name("t")))
  }
}

extension Plot {
  /// The plot as it is printed, without the last line feed.
  func text(width: Int = 80, alphabet: Alphabet = .unicode) -> String {
    let step = Step(name: "plot", lines: [Line(.plot(self))])
    return String(TextRenderer(width: width, alphabet: alphabet).text(of: step).dropLast())
  }

  /// What the plot says, without the picture.
  var words: [String] {
    sentences.map { sentence in
      let plot = Plot(sentences: [sentence], picture: nil).text(width: 500)
      return String(plot.drop { $0 == " " })
    }
  }
}
