using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>Every code that a release can be refused with, brought about and judged (S-3, S-4).</summary>
public sealed class RefusalTests
{
    private static readonly string[] Main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];

    [Fact]
    public void Every_code_of_the_table_and_before_it_is_brought_about()
    {
        string[] before = ["release.request.missing", "release.request.exists", "release.request.command-id-reused", "release.time.backwards", "release.model.unknown"];
        var table = ReleaseModels.Ordinary.Lifecycle.Description.Transitions.SelectMany(row => row.Requirements).Select(need => need.Code).Distinct();

        Refused().SelectMany(decision => decision.Refusals).Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Distinct()
            .Should().BeEquivalentTo(table.Concat(before));
    }

    [Fact]
    public void What_is_refused_says_what_would_cure_it() =>
        Refused().SelectMany(decision => decision.Refusals).Where(refusal => !refusal.IsUnjudged).Should().OnlyContain(refusal => refusal.Remedies.Count > 0);

    private static IEnumerable<Decision<ReleaseEvent>> Refused() => Plans().Concat(Votes()).Concat(Boards()).Concat(Slots()).Concat(Starts()).Concat(Ends()).Concat(RolloutRefusals.All()).Concat(PromotionRefusals.All()).Concat(CriteriaRefusals.All()).Concat(DependencyRefusals.All()).Concat(BeforeTheTable());

    private static IEnumerable<Decision<ReleaseEvent>> Plans()
    {
        yield return On(new Voyage(new ReleaseContent()), new StartReleaseBuild());
        yield return On(At(0), new AmendRelease(Crew.Content));
        yield return On(new Voyage(Crew.Content with { Configurations = [new(new EnvironmentId("production"), " ", Digest.Zero)] }), new StartReleaseBuild());
        yield return On(At(1), new FinishBuild(Crew.Built("app", Crew.Opening) with { Artifacts = [] }));
        yield return On(At(1), new FinishBuild(Crew.Built("app", Crew.Opening) with { Artifacts = [new("app", Digest.Zero), new("app", Digest.Zero), new(" ", Digest.Zero)] }));
        yield return On(At(1), new FinishBuild(Crew.Built("app", Crew.Opening + Duration.FromDays(9))));
        yield return On(At(1), new FailBuild(" "));
        yield return On(At(2), new PassTests(Digest.Zero, "report"));

        // Only a model of a host's own lets something go untested as far as this.
        var eager = ReleaseModel.Define("eager", 1, model => model.StartsIn(ReleaseStates.Planned)
            .In(ReleaseStates.Planned).On(ReleaseTriggers.Go).GoTo(ReleaseStates.Completed).When(Needs.Tested).EndsIn(ReleaseStates.Completed));
        var facts = new ReleaseFacts(Crew.Facts.Stamp, [eager]);
        var opened = Release.Fold(ReleaseDecider.Decide(null, new OpenRelease(new ReleaseId("R"), Crew.Content), facts).Events);
        yield return ReleaseDecider.Decide(opened, new DecideGo(), facts with { Stamp = new Stamp(Crew.Opening, Crew.Olga, new CommandId("go")) });
    }

    private static IEnumerable<Decision<ReleaseEvent>> Votes()
    {
        var voyage = At(3);
        var vote = new VoteOnRelease(VoteChoice.Approve, voyage.Release.Digest, string.Empty);
        yield return On(voyage, vote, Actor.Service(new ActorId("orphan"), null));
        yield return On(voyage, vote, Actor.Human(new ActorId("stranger")));
        yield return On(voyage, vote, Crew.Ed);
        yield return On(voyage, vote with { Seen = Digest.Zero }, Crew.Members[0]);
        yield return On(voyage, vote, Crew.Members[0], facts => facts with { Policy = null });
        yield return On(voyage, vote, Crew.Members[0], facts => facts with { Directory = null });
        yield return On(voyage, new WithdrawReleaseVote(), Crew.Members[0]);
        yield return On(voyage, new DecideGo());
        yield return On(At(3).Go("CastVote"), vote, Crew.Members[0]);
        yield return On(voyage, vote, Crew.Members[0], Asking(Ask.InSequence(Ask.Person(new ActorId("first")), Ask.Of(2, Crew.Board))));
        yield return On(voyage, vote with { OnBehalfOf = new ActorId("nobody") }, Crew.Members[0]);
        yield return On(voyage, vote with { OnBehalfOf = Crew.Members[1].Id }, Crew.Members[0], Delegating((Crew.Members[1].Id, Crew.Members[2].Id), (Crew.Members[2].Id, Crew.Members[1].Id)));
        yield return On(At(3).Go("CastVote"), vote with { OnBehalfOf = Crew.Members[0].Id }, Crew.Members[1], Delegating((Crew.Members[0].Id, Crew.Members[1].Id)));
    }

    private static IEnumerable<Decision<ReleaseEvent>> Boards()
    {
        var voyage = At(3);
        var decide = new RecordReleaseDecision(Crew.Gate.Id, [Crew.Members[0].Id, Crew.Members[1].Id], VoteChoice.Approve, voyage.Release.Digest);
        var byBoard = Asking(Ask.Board(Crew.Gate.Id));
        yield return On(voyage, decide, Crew.Greta);
        yield return On(voyage, decide, Crew.Greta, facts => byBoard(facts) with { Directory = Crew.Directory with { Boards = [Crew.Gate, Crew.Gate] } });
        yield return On(voyage, decide, Crew.Greta, Asking(Ask.InSequence(Ask.Person(new ActorId("first")), Ask.Board(Crew.Gate.Id))));
        yield return On(voyage, decide, Crew.Members[0], byBoard);
        yield return On(voyage, decide, Crew.Ed, byBoard);
        yield return On(At(3).Go("RecordDecision"), decide, Crew.Greta, byBoard);
        yield return On(voyage, new WithdrawReleaseDecision(Crew.Gate.Id, "why"), Crew.Greta, byBoard);
        yield return On(voyage, decide with { Attendance = [Crew.Members[0].Id, Crew.Olga.Id] }, Crew.Greta, byBoard);
    }

    private static Func<ReleaseFacts, ReleaseFacts> Asking(ApprovalExpression asks) =>
        facts => facts with { Policy = facts.Policy! with { Rules = [new ApprovalRule("minor", ApprovalAct.Authorize, asks)] } };

    private static Func<ReleaseFacts, ReleaseFacts> Delegating(params (ActorId From, ActorId To)[] pairs) => facts => facts with
    {
        Directory = facts.Directory! with { Delegations = pairs.Select(pair => new Delegation(pair.From, pair.To, Crew.Opening, Crew.Opening + Duration.FromDays(1_000))).ToValueList() },
    };

    private static IEnumerable<Decision<ReleaseEvent>> Slots()
    {
        var voyage = At(4);
        var slot = voyage.Free(60);
        var scarce = Over(CalendarDefault.ClosedByDefault, new Window(
            new RuleId("w"), "w", "Etc/UTC", Recurrence.Once(new LocalDateTime(2026, 11, 1, 0, 0)), RuleLength.For(Duration.FromDays(9)), Scope.Everything)
        {
            Capacity = 1,
        });
        yield return On(voyage, new ScheduleRelease([new Slot(voyage.Now - Duration.FromHours(1), slot.End)]));
        yield return On(voyage, new ScheduleRelease([]));
        yield return On(voyage, new ScheduleRelease([slot, slot]));
        yield return On(voyage, new ScheduleRelease([Crew.Frozen]));
        yield return On(voyage, new ScheduleRelease([new Slot(slot.Start, slot.Start + Duration.FromMinutes(5))]));
        yield return On(voyage, new ScheduleRelease([slot]), with: facts => facts with { Calendar = null });
        yield return On(voyage, new ScheduleRelease([slot]), with: facts => facts with { Bookings = null });
        yield return On(voyage, new ScheduleRelease([slot]), with: facts => facts with { Calendar = Over(CalendarDefault.ClosedByDefault) });
        yield return On(voyage, new ScheduleRelease([slot]), with: facts => facts with
        {
            Calendar = scarce,
            Bookings = new Bookings([new Holding(slot, [new Target(new ServiceId("payments"), new EnvironmentId("production"))])], []),
        });
    }

    private static IEnumerable<Decision<ReleaseEvent>> Starts()
    {
        var voyage = At(5);
        yield return On(voyage, new DeployRelease());
        yield return On(voyage, new LapseReleaseSlot());
        voyage.Now = voyage.Release.Slots[0].End - Duration.FromMinutes(5);
        yield return On(voyage, new DeployRelease());
        yield return On(voyage, new DeployRelease(), with: facts => facts with { Bookings = Bookings.None, Clearances = null });
        yield return On(voyage, new DeployRelease(), with: facts => facts with { Clearances = Crew.OneShort });
    }

    private static IEnumerable<Decision<ReleaseEvent>> Ends()
    {
        var voyage = At(6);
        yield return On(voyage, new FinishRollout());
        yield return On(voyage, new RollReleaseForward(voyage.Release.Content with { Title = "same" }, "mend"));
    }

    private static IEnumerable<Decision<ReleaseEvent>> BeforeTheTable()
    {
        var voyage = At(1);
        yield return ReleaseDecider.Decide(null, new DecideGo(), Crew.Facts);
        yield return On(voyage, new OpenRelease(new ReleaseId("REL-1"), Crew.Content));
        yield return On(voyage, new DecideGo(), with: facts => facts with { Stamp = voyage.Events[0].Header.Stamp });
        yield return On(voyage, new FailBuild("x"), with: facts => facts with { Stamp = new Stamp(voyage.Now - Duration.FromMinutes(1), Crew.Ed, new CommandId("late")) });
        var other = ReleaseModel.Define("other", 1, model => model.StartsIn(ReleaseStates.Planned)
            .In(ReleaseStates.Planned).On(ReleaseTriggers.Go).GoTo(ReleaseStates.Completed).EndsIn(ReleaseStates.Completed));
        yield return ReleaseDecider.Decide(voyage.Release, new FailBuild("x"), new ReleaseFacts(new Stamp(voyage.Now, Crew.Ed, new CommandId("m")), [other]));
    }

    private static Voyage At(int steps) => new Voyage().Go(Main[..steps]);

    private static ChangeCalendar Over(CalendarDefault otherwise, params CalendarRule[] rules) =>
        ChangeCalendar.Define(new CalendarId("other"), 1, otherwise, rules, DateTimeZoneProviders.Tzdb);

    internal static Decision<ReleaseEvent> On(Voyage voyage, ReleaseCommand command, Actor? actor = null, Func<ReleaseFacts, ReleaseFacts>? with = null)
    {
        var leg = voyage.By(actor ?? Crew.Ed, command);
        var decision = voyage.Ask(leg with { Facts = with?.Invoke(leg.Facts) ?? leg.Facts });
        decision.Refusals.Should().NotBeEmpty($"{command} is refused");
        return decision;
    }
}
