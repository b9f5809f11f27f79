using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>A lifecycle without an attempt of its own, for a subject that the library knows nothing of: driven by trigger, arguments and facts.</summary>
public sealed class AttemptsTests
{
    private static readonly Parameter<long> Days = Parameter.Number("days", "For how many days.");
    private static readonly Parameter<string> Note = Parameter.Text("note", "What to remember.").Optional();
    private static readonly FactKey<long> MostDays = new("most days");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 9, 0);

    private static readonly Requirement<TriggerAttempt> LimitKnown = Requirement.For<TriggerAttempt>("loan.limit.unknown")
        .Says("It is known how long a loan may last.").IsMetWhen(attempt => attempt.Facts.Knows(MostDays)).CuredBy(Remedy.Do("Say how long a loan may last"));

    private static readonly Requirement<TriggerAttempt> ShortEnough = Requirement.For<TriggerAttempt>("loan.days.too-many")
        .Says("The loan is short enough.")
        .IsMetWhen(attempt => attempt.Arguments.Get(Days) <= attempt.Facts.Get(MostDays))
        .CuredBy(Remedy.Do("Ask for fewer days"))
        .About(Days)
        .After(LimitKnown);

    private static readonly Requirement<TriggerAttempt> Opened = Requirement.For<TriggerAttempt>("loan.desk.closed")
        .Says("The desk is open.")
        .IsMetWhen(attempt => attempt.Facts.Get(TriggerAttempt.Stamped).At >= Now)
        .Explains(_ => Why.Because("The desk opens later.").CuredFrom(Now));

    private static readonly Lifecycle<TriggerAttempt> Loan = Lifecycle.Define<TriggerAttempt>("loan", 3, table => table
        .StartsIn(Draft)
        .In(Draft).On(Submit).GoTo(Running).When(ShortEnough, Opened)
        .In(Running).On(Close).GoTo(Closed)
        .SideDoor(Hold).From(Draft, Running).GoTo(Held)
        .SideDoor(Resume).From(Held).Return(Selector.Origin<TriggerAttempt>("held from", attempt => attempt.Standing.Origin!), Way.BackTo(Draft), Way.BackTo(Running))
        .Takes(Submit, Days, Note)
        .EndsIn(Closed));

    private static readonly Standing Begun = new(Loan.Reference, Draft, 0);

    [Fact]
    public void A_trigger_is_taken_with_arguments_and_facts()
    {
        var verdict = Loan.Take(Begun, Submit, Arguments.Of(Days, 14), Facts(Now));

        verdict.Destination.Should().Be(Running);
        Begun.After(verdict).Should().Be(new Standing(Loan.Reference, Running, 1) { Origin = Draft });
    }

    [Fact]
    public void That_there_is_no_way_back_is_told_beside_everything_else_and_beforehand()
    {
        var lending = Lifecycle.Define<TriggerAttempt>("lending", 1, table => table
            .StartsIn(Draft)
            .In(Draft).On(Close).GoTo(Closed)
            .SideDoor(Hold).From(Draft).GoTo(Held)
            .SideDoor(Resume).From(Held).Return(Selector.Origin<TriggerAttempt>("held from", attempt => attempt.Standing.Origin), Way.BackTo(Draft)).When(ShortEnough, Opened)
            .Takes(Resume, Days)
            .EndsIn(Closed));
        var lost = new Standing(lending.Reference, Held, 3) { Origin = new State("Lent elsewhere", Phase.Ready) };
        var early = Facts(Now - Duration.Epsilon);

        lending.Ask(lost, early).For(Resume)!.Refusals.Select(refusal => refusal.Code).Should().Equal("loan.desk.closed", "lifecycle.origin.unknown");
        lending.Take(lost, Resume, Arguments.Of(Days, 99), early).Refusals.Select(refusal => refusal.Code).Should().Equal("loan.days.too-many", "loan.desk.closed", "lifecycle.origin.unknown");
        lending.Take(lost, Resume, Arguments.None, early).Refusals.Select(refusal => refusal.Code).Should().Equal("lifecycle.argument.missing", "loan.days.too-many", "loan.desk.closed", "lifecycle.origin.unknown");
    }

    [Fact]
    public void Arguments_facts_and_time_are_refused_together_and_what_cannot_be_judged_says_what_it_waits_for()
    {
        var refusals = Loan.Take(Begun, Submit, Arguments.Of(Note, "soon").With(Parameter.Truth("urgent", "Not known."), true), Facts(Now - Duration.Epsilon)).Refusals;

        refusals.Select(refusal => (refusal.Code, refusal.IsUnjudged)).Should().Equal(
            ("lifecycle.argument.missing", false), ("lifecycle.argument.unknown", false), ("loan.days.too-many", true), ("loan.desk.closed", false));
        refusals[2].WaitsFor.Should().Equal("lifecycle.argument.missing", "lifecycle.argument.unknown");
        refusals[3].Earliest.Should().Be(Now);
        Loan.Take(Begun, Submit, Arguments.Of(Parameter.Text("days", "A text."), "two"), Facts(Now)).Refusals[0].ToString()
            .Should().Be("lifecycle.argument.malformed: The value given for 'days' is not a whole number of 64 bits. Give another value for 'days'.");
    }

    [Fact]
    public void A_missing_fact_is_refused_before_anything_that_reads_it() =>
        Loan.Take(Begun, Submit, Arguments.Of(Days, 1), FactSet.None.With(TriggerAttempt.Stamped, Stamped(Now), "stamp")).Refusals.Select(refusal => refusal.Code)
            .Should().Equal("loan.limit.unknown", "loan.days.too-many");

    [Fact]
    public void Who_was_put_aside_goes_back_to_where_it_was()
    {
        var running = Begun.After(Loan.Take(Begun, Submit, Arguments.Of(Days, 1), Facts(Now)));
        var held = running.After(Loan.Take(running, Hold, Arguments.None, Facts(Now)));

        held.After(Loan.Take(held, Resume, Arguments.None, Facts(Now))).State.Should().Be(Running);
    }

    [Fact]
    public void A_subject_of_another_definition_is_refused_not_guessed()
    {
        var stranger = Begun with { Definition = Begun.Definition with { Version = 2 } };

        Loan.Take(stranger, Submit, Arguments.Of(Days, 1), Facts(Now)).Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.definition.other");
        Loan.Ask(stranger, Facts(Now)).All.Should().HaveCount(4).And.OnlyContain(prospect => !prospect.IsAvailable && prospect.Refusals.Single().Code == "lifecycle.definition.other");
    }

    [Fact]
    public void Who_came_from_nowhere_that_is_known_is_refused_and_told_beforehand()
    {
        var lost = new Standing(Loan.Reference, Held, 3);

        Loan.Take(lost, Resume, Arguments.None, Facts(Now)).Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.origin.unknown");
        Loan.Take(lost with { Origin = Closed }, Resume, Arguments.None, Facts(Now)).Refusals.Should().ContainSingle().Which.Remedies.Should().NotBeEmpty();
        Loan.Take(lost with { Origin = new State("Lent elsewhere", Phase.Ready) }, Resume, Arguments.None, Facts(Now)).Refusals.Should().Equal(Loan.Ask(lost, Facts(Now)).For(Resume)!.Refusals);
        Loan.Ask(lost, Facts(Now)).For(Resume)!.Refusals.Should().ContainSingle().Which.Code.Should().Be("lifecycle.origin.unknown");
        Loan.At(Held)!.Permits(Resume, new TriggerAttempt(lost, Resume, Arguments.None, Facts(Now))).Should().BeFalse();
        Loan.At(Held)!.Permits(Resume, new TriggerAttempt(lost with { Origin = Draft }, Resume, Arguments.None, Facts(Now))).Should().BeTrue();
    }

    [Fact]
    public void Asked_beforehand_it_tells_conditions_refusals_and_what_there_is_no_row_for()
    {
        var prospects = Loan.Ask(Begun with { Version = 7 }, Facts(Now - Duration.Epsilon));

        (prospects.Definition, prospects.State, prospects.Version).Should().Be((Loan.Reference, Draft, 7L));
        prospects.Available.Select(prospect => prospect.Trigger).Should().Equal(Hold);
        prospects.Refused.Select(prospect => prospect.Trigger).Should().Equal(Submit);
        prospects.For(Submit)!.Conditions.Select(condition => condition.ToString()).Should().Equal("The loan is short enough. (loan.days.too-many)");
        prospects.For(Submit)!.Refusals.Select(refusal => refusal.Code).Should().Equal("loan.desk.closed");
        prospects.For(Close)!.Refusals.Single().Code.Should().Be("lifecycle.transition.undefined");
        prospects.ToString().Should().Be($"""
            {Loan.Reference}, Draft, version 7
              Hold()
              Submit: no
                loan.desk.closed: The desk opens later. Wait until 2026-11-02T09:00:00Z.
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Nothing_comes_after_a_refusal() =>
        Begun.Invoking(begun => begun.After(Loan.Take(begun, Close, Arguments.None, Facts(Now)))).Should().Throw<ArgumentException>();

    private static FactSet Facts(Instant at) => FactSet.None.With(MostDays, 30L, "30").With(TriggerAttempt.Stamped, Stamped(at), "stamp");

    private static Stamp Stamped(Instant at) => new(at, Actor.Human(new ActorId("ann")), new CommandId("c1"));
}
