using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

public sealed class LifecycleTakeTests
{
    private static readonly Lifecycle<Trial> Elsewhere = Straight("elsewhere");

    private static readonly Selector<Trial> HeldFrom = Selector.For<Trial>("held from", ["draft", "check", "away"], trial => trial.Answer);

    private static readonly Lifecycle<Trial> Everything = Lifecycle.Define<Trial>("everything", 1, table => table
        .StartsIn(Draft)
        .In(Draft)
            .On(Submit).GoTo(Checking).When(Trial.Needs(1), Trial.Needs(3).After(Trial.Needs(2)))
            .On(Annotate).Stay().When(Trial.Needs(4))
            .On(Start).ExitTo(Elsewhere, Checking)
        .In(Checking)
            .On(Close).GoTo(Closed)
        .SideDoor(Hold).From(Draft, Checking).GoTo(Held)
        .SideDoor(Resume).From(Held).ChooseOrExit(HeldFrom, Elsewhere, ("away", Draft), ("draft", Draft), ("check", Checking))
        .SideDoor(Annotate).From(Held).Choose(Selector.For<Trial>("ready", ["no", "yes"], trial => trial.Answer), ("yes", Checking), ("no", null))
        .EndsIn(Closed));

    [Fact]
    public void A_trigger_whose_requirements_are_met_leads_to_its_destination()
    {
        var verdict = Everything.Take(Draft, Submit, Trial.MeetsAll);

        verdict.IsPermitted.Should().BeTrue();
        verdict.Destination.Should().Be(Checking);
        verdict.Exit.Should().BeNull();
        verdict.Refusals.Should().BeEmpty();
    }

    [Fact]
    public void A_trigger_that_the_state_does_not_know_is_refused_by_another_code_than_a_requirement()
    {
        var undefined = Everything.Take(Draft, Close, Trial.MeetsAll);
        var unmet = Everything.Take(Draft, Annotate, Trial.MeetsNothing);

        undefined.IsPermitted.Should().BeFalse();
        undefined.Destination.Should().BeNull();
        undefined.Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.transition.undefined");
        unmet.Refusals.Should().ContainSingle().Which.Code.Should().Be(Trial.Code(4));
    }

    [Fact]
    public void The_refusal_of_an_undefined_trigger_names_definition_state_and_trigger_and_what_may_be_taken()
    {
        var refusal = Everything.Take(Draft, Close, Trial.MeetsAll).Refusals[0];

        refusal.Facts.Should().Equal(
            new Fact("definition", Everything.Reference.ToString()), new Fact("state", "Draft"), new Fact("trigger", "Close"));
        refusal.Remedies.Select(remedy => remedy.Text).Should().Equal("From Draft take one of Submit, Annotate, Start, Hold");
        refusal.IsUnjudged.Should().BeFalse();
    }

    [Fact]
    public void The_refusal_of_an_undefined_trigger_tells_a_final_state_from_one_of_another_table()
    {
        var ended = Everything.Take(Closed, Close, Trial.MeetsAll).Refusals[0];
        var foreign = Everything.Take(Running, Close, Trial.MeetsAll).Refusals[0];

        ended.ToString().Should().Be("lifecycle.transition.undefined: The lifecycle everything has no transition for Close in Closed. Nothing leads on from Closed; open another one.");
        foreign.ToString().Should().Be("lifecycle.transition.undefined: The lifecycle everything has no state Running. Ask the definition that Running belongs to.");
    }

    [Theory]
    [InlineData("Closed", "Close")]
    [InlineData("Closed", "Submit")]
    [InlineData("Draft", "Explode")]
    [InlineData("Draft", "submit")]
    [InlineData("Running", "Close")]
    [InlineData("draft", "Submit")]
    public void What_the_table_does_not_know_is_refused(string state, string trigger)
    {
        var phases = new Dictionary<string, Phase> { ["Closed"] = Phase.Ended, ["Running"] = Phase.Realization };

        Everything.Take(new State(state, phases.GetValueOrDefault(state, Phase.Preparation)), new Trigger(trigger), Trial.MeetsAll)
            .Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.transition.undefined");
    }

    [Fact]
    public void A_state_of_the_same_name_in_another_phase_is_another_state() =>
        Everything.Take(new State("Draft", Phase.Ready), Submit, Trial.MeetsAll).IsPermitted.Should().BeFalse();

    [Fact]
    public void States_and_triggers_are_known_by_what_they_say_not_by_which_object_they_are() =>
        Everything.Take(new State("Draft", Phase.Preparation), new Trigger("Submit"), Trial.MeetsAll).Destination.Should().Be(Checking);

    [Fact]
    public void All_reasons_are_given_at_once_and_what_cannot_be_judged_names_what_it_waits_for()
    {
        var refusals = Everything.Take(Draft, Submit, Trial.MeetsNothing).Refusals;

        refusals.Select(refusal => refusal.Code).Should().Equal(Trial.Code(1), Trial.Code(2), Trial.Code(3));
        refusals.Select(refusal => refusal.IsUnjudged).Should().Equal(false, false, true);
        refusals[2].WaitsFor.Should().Equal(Trial.Code(2));
        refusals[2].Explanation.Should().Be("Not judged yet: it waits for trial.requirement.r2.");
    }

    [Fact]
    public void A_requirement_is_asked_once_and_only_when_what_it_waits_for_is_met()
    {
        var asked = new List<string>();
        Requirement<Trial> Asking(int number, params Requirement<Trial>[] after) => Requirement.For<Trial>(Trial.Code(number)).Says("It is met.")
            .IsMetWhen(trial =>
            {
                asked.Add(Trial.Code(number));
                return trial.Meets(number);
            }).After(after);
        var first = Asking(0);
        var lifecycle = Lifecycle.Define<Trial>("asking", 1, table => table
            .StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).When(Asking(1, first), Asking(2, first), Asking(3)).EndsIn(Closed));

        lifecycle.Take(Draft, Close, Trial.MeetsNothing);
        asked.Should().Equal(Trial.Code(0), Trial.Code(3));

        asked.Clear();
        lifecycle.Take(Draft, Close, Trial.MeetsAll);
        asked.Should().Equal(Trial.Code(0), Trial.Code(1), Trial.Code(2), Trial.Code(3));
    }

    [Fact]
    public void A_trigger_that_stays_leads_to_the_state_itself() =>
        Everything.Take(Draft, Annotate, Trial.MeetsAll).Destination.Should().Be(Draft);

    [Fact]
    public void An_exit_leads_to_the_state_of_the_other_definition()
    {
        var verdict = Everything.Take(Draft, Start, Trial.MeetsNothing);

        verdict.Destination.Should().Be(Checking);
        verdict.Exit.Should().Be(Elsewhere.Reference);
    }

    [Theory]
    [InlineData("draft", "Draft", false)]
    [InlineData("check", "Checking", false)]
    [InlineData("away", "Draft", true)]
    public void A_selector_decides_between_its_cases(string answer, string destination, bool leaves)
    {
        var verdict = Everything.Take(Held, Resume, new Trial(0, answer));

        verdict.Destination!.Name.Should().Be(destination);
        verdict.Exit.Should().Be(leaves ? Elsewhere.Reference : null);
    }

    [Theory]
    [InlineData("yes", "Checking")]
    [InlineData("no", "Held")]
    public void A_case_may_stay(string answer, string destination) =>
        Everything.Take(Held, Annotate, new Trial(0, answer)).Destination!.Name.Should().Be(destination);

    [Theory]
    [InlineData("")]
    [InlineData("DRAFT")]
    [InlineData(null)]
    public void A_selector_that_answers_none_of_its_cases_is_a_fault_of_the_host_and_permits_nothing(string? answer) =>
        FluentActions.Invoking(() => Everything.Take(Held, Resume, new Trial(0, answer!)))
            .Should().Throw<InvalidOperationException>().WithMessage("The selector 'held from'*");

    [Fact]
    public void A_selector_is_not_asked_while_a_requirement_is_missing()
    {
        var selector = Selector.For<Trial>("never", ["only"], _ => throw new InvalidOperationException("asked"));
        var lifecycle = Lifecycle.Define<Trial>("unasked", 1, table => table
            .StartsIn(Draft).In(Draft).On(Close).Choose(selector, ("only", Closed)).When(Trial.Needs(1)).EndsIn(Closed));

        lifecycle.Take(Draft, Close, Trial.MeetsNothing).Refusals.Should().ContainSingle();
    }

    [Fact]
    public void The_triggers_of_a_state_come_in_the_order_of_the_table()
    {
        Everything.TriggersFrom(Draft).Should().Equal(Submit, Annotate, Start, Hold);
        Everything.TriggersFrom(Closed).Should().BeEmpty();
        Everything.TriggersFrom(Running).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_null_is_taken()
    {
        FluentActions.Invoking(() => Everything.Take(null!, Submit, Trial.MeetsAll)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Everything.Take(Draft, null!, Trial.MeetsAll)).Should().Throw<ArgumentNullException>();
    }
}
