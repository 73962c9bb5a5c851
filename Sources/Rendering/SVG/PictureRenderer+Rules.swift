/// The colours of pictures, by what they are for.
enum PictureColor: CaseIterable {
  case ink, faint, paper, node, shade
  case series1, series2, series3, series4, series5, series6, series7, series8

  /// Those that tell curves and classes apart, in order. Dashes and marks do so, too.
  static let series: [PictureColor] = [
    .series1, .series2, .series3, .series4, .series5, .series6, .series7, .series8,
  ]

  /// The name of the custom property that holds it on a page.
  private var property: String { "--picture-\(self)" }

  /// The colour on white paper: lines and letters have at least three times its luminance contrast.
  var light: String {
    switch self {
    case .ink: "#1d2329"
    case .faint: "#8b939c"
    case .paper: "#ffffff"
    case .node: "#eef3f9"
    case .shade: "#14477d"
    case .series1: "#0b5cad"
    case .series2: "#c2410c"
    case .series3: "#15803d"
    case .series4: "#7e22ce"
    case .series5: "#854d0e"
    case .series6: "#0f766e"
    case .series7: "#be185d"
    case .series8: "#4b5563"
    }
  }

  /// The colour on a dark page.
  var dark: String {
    switch self {
    case .ink: "#e6e9ed"
    case .faint: "#7d8792"
    case .paper: "#14171b"
    case .node: "#232b35"
    case .shade: "#8fc1ff"
    case .series1: "#7cb7ff"
    case .series2: "#ff9f6b"
    case .series3: "#6fdc8c"
    case .series4: "#c9a2ff"
    case .series5: "#e0bd6a"
    case .series6: "#5eead4"
    case .series7: "#ff9ccb"
    case .series8: "#c4cad4"
    }
  }

  /// What stands for it on a page.
  var variable: String { "var(\(property))" }

  /// The custom properties with their colours.
  static func definitions(_ color: (PictureColor) -> String) -> String {
    allCases.map { "\($0.property):\(color($0))" }.joined(separator: ";")
  }
}

extension PictureRenderer {
  /// The style of pictures on a page. Colours are custom properties, which a page may set otherwise behind these rules.
  static let rules =
    ":root{\(PictureColor.definitions(\.light))}\n"
    + "@media(prefers-color-scheme:dark){:root{\(PictureColor.definitions(\.dark))}}\n"
    + rules(\.variable)
    + ".plot{width:100%;max-width:38rem;height:auto}\n"

  /// The style of pictures that stand alone: where there are no custom properties.
  static let rulesOfFile =
    rules(\.light) + "@media(prefers-color-scheme:dark){\n" + rules(\.dark) + "}\n"

  private static func rules(_ color: (PictureColor) -> String) -> String {
    let lines = [
      ".picture text{font:12px system-ui,\"DejaVu Sans\",sans-serif;fill:\(color(.ink));stroke:none}",
      ".picture .on{paint-order:stroke;stroke:\(color(.paper));stroke-width:4px;stroke-linejoin:round}",
      ".picture .axis{fill:none;stroke:\(color(.ink))}",
      ".picture .grid{fill:none;stroke:\(color(.faint));stroke-opacity:.35}",
      ".picture .level{fill:none;stroke:\(color(.ink));stroke-width:1.6}",
      ".picture .link{fill:none;stroke:\(color(.faint))}",
      ".picture .tip{fill:\(color(.faint));stroke:none}",
      ".picture .node{fill:\(color(.node));stroke:\(color(.ink))}",
      ".picture .given{fill:\(color(.paper));stroke:\(color(.faint))}",
      ".picture .name{font-weight:600}",
      ".picture .shade{fill:\(color(.shade))}",
      ".picture .ground{fill:\(color(.paper))}",
      ".picture .frame{fill:none;stroke:\(color(.faint))}",
    ]
    let series = PictureColor.series.enumerated().flatMap { index, series in
      [
        ".picture .line-\(index + 1){fill:none;stroke:\(color(series));stroke-width:2;stroke-linejoin:round}",
        ".picture .mark-\(index + 1){fill:\(color(.paper));stroke:\(color(series));stroke-width:1.6}",
      ]
    }
    return (lines + series).map { $0 + "\n" }.joined()
  }
}
