import LessonTestSupport
import Testing

@testable import Engine
@testable import LessonProgram
@testable import LessonRuntime

@Suite struct OptimizerErrorTests {
  private static func update(
    _ optimizer: String, _ message: String, hint: String? = nil
  ) -> MarkedLesson {
    MarkedLesson("update w to reduce L with \(optimizer)", message, hint: hint)
  }

  @Test(arguments: [
    update("⟦sgd⟧", "`sgd` needs a learning rate", hint: "write `sgd(rate: 0.1)`"),
    update("⟦sgd()⟧", "`sgd` needs a learning rate", hint: "write `sgd(rate: 0.1)`"),
    update(
      "⟦adam(beta1: 0.5)⟧", "`adam` needs a learning rate", hint: "write `adam(rate: 0.1, beta1: 0.5)`"),
    update("sgd(rate: 1, ⟦rate⟧: 2)", "the rate is set twice"),
    update(
      "sgd(1, ⟦2⟧)", "only the rate stands without its label, and it is set already",
      hint: "its settings are `rate` and `decay`"),
    update(
      "adam(0.1, ⟦0.9⟧)", "only the rate stands without its label, and it is set already",
      hint:
        "in their order it is `adam(0.1, beta1: 0.9)`; its settings are `rate`, `beta1`, `beta2`, `eps` and `hat`"
    ),
    update("adam(0.1, eps: 1, ⟦eps⟧: 2)", "`eps` is set twice"),
    update(
      "sgd(⟦momentum⟧: 1)", "`sgd` has no setting `momentum`",
      hint: "write `momentum(rate: 0.1, beta: 1)`"),
    update("adam(0.1, ⟦beta⟧: 0.9)", "`adam` has no setting `beta`", hint: "did you mean `beta1`?"),
    update(
      "rmsprop(0.1, ⟦decay⟧: 0.9)", "`rmsprop` has no setting `decay`",
      hint: "its settings are `rate`, `rho` and `eps`"),
    update("sgd(1, decay: 0, ⟦decay⟧: 1)", "`decay` is set twice"),
    update("sgd(1, ⟦weight_decay⟧: 1)", "`sgd` has no setting `weight_decay`", hint: "it is called `decay`"),
    update("adam(0.1, hat: ⟦1⟧)", "`hat` is `true` or `false`"),
    update(
      "adagrad(0.1, ⟦initial_accumulator_value⟧: 0.1)",
      "`adagrad` has no setting `initial_accumulator_value`", hint: "it is called `start`"),
  ])
  func `a setting is known, stands once, and the rate is not left out`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    update("⟦sdg⟧(rate: 1)", "there is no optimizer `sdg`", hint: "did you mean `sgd`?"),
    update("⟦Adam⟧(rate: 1)", "there is no optimizer `Adam`", hint: "did you mean `adam`?"),
    update(
      "⟦steepest⟧(rate: 1)", "there is no optimizer `steepest`",
      hint:
        "there are `sgd`, `momentum`, `nesterov`, `adagrad`, `adadelta`, `rmsprop`, `adam`, `adamw` and `adamax`"
    ),
  ])
  func `an optimizer is one of those that there are`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    update("sgd(rate: ⟦-1⟧)", "the `rate` of `sgd` is 0 or above, and this is -1"),
    update("adam(⟦-c⟧)", "the `rate` of `adam` is 0 or above, and this is -5"),
    update("momentum(0.1, beta: ⟦-0.9⟧)", "the `beta` of `momentum` is 0 or above, and this is -0.9"),
    update("nesterov(0.1, beta: ⟦0⟧)", "the `beta` of `nesterov` is above 0, and this is 0"),
    update("adagrad(0.1, eps: ⟦-1e-8⟧)", "the `eps` of `adagrad` is 0 or above, and this is -1e-08"),
    update("adadelta(rho: ⟦1.5⟧)", "the `rho` of `adadelta` is from 0 to 1, and this is 1.5"),
    update("rmsprop(0.1, rho: ⟦-1⟧)", "the `rho` of `rmsprop` is 0 or above, and this is -1"),
    update("adam(0.1, beta1: ⟦1⟧)", "the `beta1` of `adam` is from 0 to below 1, and this is 1"),
    update("adam(0.1, beta2: ⟦c⟧)", "the `beta2` of `adam` is from 0 to below 1, and this is 5"),
    update("momentum(0.1, decay: ⟦-1⟧)", "the `decay` of `momentum` is 0 or above, and this is -1"),
    update("adagrad(0.1, start: ⟦-1⟧)", "the `start` of `adagrad` is 0 or above, and this is -1"),
    update("adamw(0.1, decay: ⟦-1⟧)", "the `decay` of `adamw` is 0 or above, and this is -1"),
  ])
  func `a setting is a number that PyTorch lets pass`(row: MarkedLesson) {
    row.expectErrors()
  }

  @Test(arguments: [
    "sgd(0)", "momentum(0.1, beta: 1.5)", "adadelta(rho: 1)", "adam(0.1, beta1: 0)",
    "rmsprop(0.1, rho: 1)", "adam(0.1, hat: true)", "adam(0.1, hat: false)", "adagrad(0.1, start: 0)",
    "sgd(0.1, decay: 0)",
  ])
  func `a setting may be any number that PyTorch lets pass`(optimizer: String) {
    #expect(LessonFixture(NetworkFrame.given + "update w to reduce L with \(optimizer)").errors.isEmpty)
  }

  @Test(arguments: [
    (
      "adagrad(0.1)", "param w = 1\nL = 1e200*w",
      "the update of `w` is too large for a number: s = 0 + 1e+200^2"
    ),
    (
      "adagrad(0.1, eps: 0)", "param w = 1\nL = 0*w",
      "the update of `w` has no value: 0.1*0/(sqrt(0) + 0)"
    ),
    (
      "momentum(1e300)", "param w = 1\nL = 1e300*w",
      "the update of `w` is too large for a number: 1e+300*1e+300"
    ),
  ])
  func `what no number can hold stops the update, with its operands`(
    optimizer: String, given: String, message: String
  ) {
    let errors = LessonFixture("\(given)\nupdate w to reduce L with \(optimizer)").errors
    #expect(errors.hasPrefix("lesson.md:8:1: error: \(message)\n"), "\(errors)")
  }
}
