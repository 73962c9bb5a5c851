import Claims
import Diagnostics

extension Command {
  /// `longhand claim`
  static let claim: Command = Command(
    name: "claim",
    summary: "Show a claim of a lecture, and where the course checks it.",
    operands: "ID…",
    description: [
      """
      Prints what a lecture states, the verdict on it and what is right, and each place of the course that names it: the \
      check as it comes out, or that prose tells of it. ID is what the list of claims calls it, such as S0-088; \
      `longhand claims` shows all of them.
      """
    ],
    examples: [
      Example("claim S0-088", "A number of the back-propagation example, and what is wrong with it.")
    ],
    options: [.width, .ascii, .color, .lessons]
  ) { call in
    let ids = call.arguments.operands
    guard !ids.isEmpty else {
      throw Failure(.wrongUsage, "`claim` needs the id of a claim", details: ["usage: " + claim.usage])
    }
    let lines = ClaimLines(display: try Display(call.arguments, call.invocation))
    let survey = try ClaimSurvey(call, ofWholeCourse: true)
    guard !survey.lists.isEmpty else {
      if survey.status != .success { return survey.status }
      throw ClaimSurvey.noList
    }
    var pages: [String] = []
    for id in ids {
      let lists = survey.lists.filter { $0.claim(id) != nil }
      guard !lists.isEmpty else {
        throw Failure.usage("there is no claim `\(id)`", hint: survey.lists[0].advice(for: id))
      }
      for list in lists {
        pages += try survey.coverage(of: list) { $0.id == id }.map(lines.page)
      }
    }
    try call.invocation.results.print(pages.joined(separator: "\n"))
    return survey.status
  }
}
