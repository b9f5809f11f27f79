using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles.Derivation;

/// <summary>A lifecycle derived from another adds states and requirements, closes side doors, and never loosens.</summary>
public sealed class DerivationTests
{
    private static readonly State Looking = new("Looking", Phase.Preparation);
    private static readonly Trigger Pass = new("Pass");
    private static readonly Parameter<string> Reason = Parameter.Text("reason", "Why.");
    private static readonly OriginSelector<Trial> CameFrom = Selector.Origin<Trial>("came from", trial => new State(trial.Answer, trial.Answer == "Checking" ? Phase.Authorization : Phase.Preparation));

    private static readonly Lifecycle<Trial> Parent = Lifecycle.Define<Trial>("parent", 1, table => table
        .StartsIn(Draft)
        .In(Draft).On(Submit).GoTo(Checking).When(Trial.Needs(1))
        .In(Checking).On(Annotate).Stay().On(Start).GoTo(Running).When(Trial.Needs(2))
        .In(Running).On(Close).GoTo(Closed)
        .SideDoor(Hold).From(Draft, Checking).GoTo(Held)
        .SideDoor(Resume).From(Held).Return(CameFrom, Way.BackTo(Draft), Way.BackTo(Checking))
        .Takes(Hold, Reason)
        .EndsIn(Closed));

    [Fact]
    public void An_added_state_stands_on_the_way_and_keeps_what_was_asked_there()
    {
        var derived = Derive(change => change.Insert(Looking, Draft, Checking).In(Looking).On(Pass).GoTo(Checking).When(Trial.Needs(3)));

        derived.Take(Draft, Submit, Trial.MeetsNothing).Refusals.Select(refusal => refusal.Code).Should().Equal(Trial.Code(1));
        derived.Take(Draft, Submit, Trial.MeetsAll).Destination.Should().Be(Looking);
        derived.Take(Looking, Pass, Trial.MeetsAll).Destination.Should().Be(Checking);
        derived.Take(Looking, Start, Trial.MeetsAll).IsPermitted.Should().BeFalse();
        (derived.Description.DerivedFrom, derived.Reference.Id).Should().Be((Parent.Reference, "derived"));
    }

    [Fact]
    public void An_added_state_shares_side_doors_and_finds_its_way_back()
    {
        var derived = Derive(change => change.Insert(Looking, Checking).Share(Looking, Checking).In(Looking).On(Pass).GoTo(Checking));

        derived.Take(Looking, Hold, Trial.MeetsAll).Destination.Should().Be(Held);
        derived.Take(Held, Resume, new Trial(0, "Looking")).Destination.Should().Be(Looking);
        derived.Take(Held, Resume, new Trial(0, "Checking")).Destination.Should().Be(Checking);
        derived.TriggersFrom(Looking).Should().Equal(Pass, Hold);
        derived.Description.ParametersOf(Hold).Should().Equal(Reason);
    }

    [Fact]
    public void A_stay_that_is_shared_stays_in_the_added_state() =>
        Derive(change => change.Insert(Looking, Draft, Checking).Share(Looking, Checking, Annotate).In(Looking).On(Pass).GoTo(Checking))
            .Take(Looking, Annotate, Trial.MeetsAll).Destination.Should().Be(Looking);

    [Fact]
    public void More_is_required_everywhere_or_in_one_state()
    {
        var derived = Derive(change => change.Require(Start, Trial.Needs(5)).Require(Draft, Hold, Trial.Needs(6)));

        derived.Take(Checking, Start, Trial.MeetsNothing).Refusals.Select(refusal => refusal.Code).Should().Equal(Trial.Code(2), Trial.Code(5));
        derived.Take(Draft, Hold, Trial.MeetsNothing).Refusals.Select(refusal => refusal.Code).Should().Equal(Trial.Code(6));
        derived.Take(Checking, Hold, Trial.MeetsNothing).IsPermitted.Should().BeTrue();
    }

    [Fact]
    public void A_forbidden_side_door_is_closed_where_it_is_said()
    {
        var derived = Derive(change => change.Forbid(Hold, Checking));

        derived.Take(Checking, Hold, Trial.MeetsAll).Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.transition.undefined");
        derived.Take(Draft, Hold, Trial.MeetsAll).IsPermitted.Should().BeTrue();
    }

    [Fact]
    public void What_only_a_forbidden_side_door_led_to_goes_with_it()
    {
        var derived = Derive(change => change.Forbid(Hold));

        derived.Description.States.Should().Equal(Draft, Checking, Running, Closed);
        derived.Description.Transitions.Should().NotContain(row => row.From == Held);
        derived.Description.Triggers.Select(known => known.Trigger).Should().NotContain([Hold, Resume]);
    }

    [Fact]
    public void The_ways_back_that_stay_keep_what_they_say()
    {
        var wandering = Lifecycle.Define<Trial>("wandering", 1, table => table
            .StartsIn(Draft)
            .In(Draft).On(Submit).GoTo(Checking)
            .In(Checking).On(Close).GoTo(Closed)
            .SideDoor(Start).From(Draft).GoTo(Looking)
            .In(Looking).On(Annotate).Stay()
            .SideDoor(Hold).From(Draft, Checking, Looking).GoTo(Held)
            .SideDoor(Resume).From(Looking).GoTo(Draft)
            .SideDoor(Resume).From(Held).Return(CameFrom, Way.BackTo(Draft), Way.BackTo(Checking).For(Looking)).ComesFromIf("Checking", Draft)
            .EndsIn(Closed));

        var derived = wandering.Derive("derived", 1, change => change.Forbid(Start));

        var back = derived.Description.Transitions.Single(row => row.From == Held && row.Trigger == Resume);
        back.Outcomes.Select(outcome => (outcome.To, outcome.ComesFrom.Count)).Should().Equal((Draft, 0), (Checking, 1));
        derived.Take(Held, Resume, new Trial(0, "Looking")).Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.origin.unknown");
    }

    [Fact]
    public void What_the_derivation_itself_cuts_off_is_told_even_where_a_door_is_closed() => Faults(change => change
            .Forbid(Hold)
            .Insert(Looking, Draft, Checking)
            .In(Looking).On(Pass).GoTo(Closed))
        .Should().Contain("lifecycle.state.unreachable at Checking");

    [Fact]
    public void The_parent_stays_as_it_is()
    {
        var before = Parent.Reference;

        Derive(change => change.Forbid(Hold, Checking).Require(Start, Trial.Needs(5)).Insert(Looking, Draft, Checking).In(Looking).On(Pass).GoTo(Checking));

        Parent.Description.ToReference().Should().Be(before);
        Parent.Take(Checking, Start, Trial.MeetsAll).IsPermitted.Should().BeTrue();
    }

    [Fact]
    public void What_was_derived_can_be_derived_from_again()
    {
        var first = Derive(change => change.Require(Start, Trial.Needs(5)));
        var second = first.Derive("second", 1, change => change.Require(Start, Trial.Needs(6)));

        second.Take(Checking, Start, Trial.MeetsNothing).Refusals.Should().HaveCount(3);
        second.Description.DerivedFrom.Should().Be(first.Reference);
    }

    [Fact]
    public void A_derivation_says_everything_that_is_wrong_with_it() => Faults(change => change
            .Insert(Draft, Checking)
            .Insert(Looking, Draft, Running)
            .Require(Pass, Trial.Needs(1))
            .Require(Running, Start, Trial.Needs(1))
            .Forbid(Pass)
            .Forbid(Hold, Running)
            .Forbid(Close)
            .Takes(Hold, Reason)
            .Share(Looking, Checking, Close))
        .Should().Contain(
            "lifecycle.derivation.state-exists at Draft",
            "lifecycle.derivation.nothing-between at Looking",
            "lifecycle.derivation.nothing-to-require at Pass",
            "lifecycle.derivation.nothing-to-require at Running on Start",
            "lifecycle.derivation.nothing-to-forbid at Pass",
            "lifecycle.derivation.nothing-to-forbid at Running on Hold",
            "lifecycle.derivation.not-a-side-door at Running on Close",
            "lifecycle.derivation.trigger-exists at Hold",
            "lifecycle.derivation.nothing-to-share at Looking on Close");

    [Fact]
    public void An_added_state_without_a_way_on_does_not_build() =>
        Faults(change => change.Insert(Looking, Draft, Checking).In(Looking)).Should().Contain("lifecycle.state.dead-end at Looking");

    [Fact]
    public void A_way_round_a_gate_does_not_build_and_the_way_is_shown() =>
        Messages(change => change.In(Draft).On(new Trigger("Skip")).GoTo(Running)).Should().ContainSingle().Which.Should()
            .StartWith("lifecycle.derivation.loosens at").And.Contain("Skip").And.Contain("parent@1");

    [Fact]
    public void A_way_round_a_gate_by_way_of_an_added_state_does_not_build_either() => Faults(change => change
            .Insert(Looking, Draft, Checking)
            .In(Looking).On(Pass).GoTo(Checking).On(Start).GoTo(Running))
        .Should().ContainSingle().Which.Should().StartWith("lifecycle.derivation.loosens at Looking on Start");

    [Fact]
    public void A_trigger_of_the_parent_s_may_not_be_taken_in_an_added_state_with_less_asked() => Faults(change => change
            .Insert(Looking, Checking)
            .In(Looking).On(Start).Stay().On(Pass).GoTo(Checking))
        .Should().ContainSingle().Which.Should().StartWith("lifecycle.derivation.loosens at");

    private static IEnumerable<string> Messages(Action<Derivation<Trial>> write) =>
        FluentActions.Invoking(() => Derive(write)).Should().Throw<LifecycleDefinitionException>().Which.Faults.Select(fault => fault.ToString());

    private static Lifecycle<Trial> Derive(Action<Derivation<Trial>> write) => Parent.Derive("derived", 1, write);

    private static IEnumerable<string> Faults(Action<Derivation<Trial>> write) =>
        FluentActions.Invoking(() => Derive(write)).Should().Throw<LifecycleDefinitionException>().Which.Faults.Select(fault => $"{fault.Code} at {fault.Place}");
}
