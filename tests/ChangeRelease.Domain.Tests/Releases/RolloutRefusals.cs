using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;
using static ChangeRelease.Domain.Tests.Releases.RefusalTests;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>Every way in which a rollout is refused.</summary>
internal static class RolloutRefusals
{
    private static readonly string[] Main = ["StartBuild", "Built", "TestsPassed", "Go", "Schedule", "StartDeployment"];
    private static readonly RoleId Watch = new("watch");

    public static IEnumerable<Decision<ReleaseEvent>> All() => Plans().Concat(Starts()).Concat(Stages()).Concat(Gates()).Concat(WaysBack());

    private static IEnumerable<Decision<ReleaseEvent>> Plans()
    {
        yield return On(new Voyage(Crew.Content with { Rollout = Crew.Canary with { Strategy = RolloutStrategy.BlueGreen } }), new StartReleaseBuild());
        var half = Out("StageDone", "BeginStage");
        yield return On(half, new RollReleaseForward(half.Release.Content with { Package = Crew.Built("mended", Crew.Opening), Rollout = Crew.Canary }, "mend"));
        yield return On(half.Go("RollForward"), new CancelRelease("no need"));
    }

    private static IEnumerable<Decision<ReleaseEvent>> Starts()
    {
        var voyage = new Voyage().Go(Main[..5]);
        voyage.Now = voyage.Release.Slots[0].Start + Duration.FromMinutes(1);
        yield return On(voyage, new DeployRelease(), with: facts => facts with { Active = null });
        yield return On(voyage, new DeployRelease(), with: facts => facts with { Active = [Crew.Good, Crew.Good with { Version = SemanticVersion.Parse("2.3.8"), Package = Digest.Zero }] });
    }

    private static IEnumerable<Decision<ReleaseEvent>> Stages()
    {
        var voyage = Out();
        var package = voyage.Release.Content.Package!.Digest;
        yield return On(voyage, new StartStage("all", package));
        yield return On(voyage, new FinishStage("canary"));
        yield return On(voyage, new StartStage("canary", Digest.Zero));
        yield return On(voyage, new StartStage("canary", package), with: facts => facts with { Calendar = null });
        yield return On(voyage, new StartStage("canary", package), with: facts => facts with { Calendar = Ended(InFlightContract.StopAtStageBoundary, voyage.Now) });
        yield return On(Out("BeginStage"), new FinishStage("canary"));
        var late = Out();
        late.Now = late.Release.Slots[^1].End;
        yield return On(late, new StartStage("canary", package));
    }

    private static IEnumerable<Decision<ReleaseEvent>> Gates()
    {
        var voyage = Out("BeginStage");
        var good = GateEvidence.Of("error rate", GateVerdict.Passed, voyage.Now, "run 12", Digest.Zero);
        yield return On(Out(), new RecordGateEvidence(good));
        yield return On(voyage, new RecordGateEvidence(GateEvidence.Of("error rate", new ErrorBudget(1, 2), voyage.Now, "run 12", Digest.Zero)));
        yield return On(voyage, new RecordGateEvidence(GateEvidence.Of("error rate", GateVerdict.Passed, voyage.Now - Duration.FromMinutes(1), "run 12", Digest.Zero)));
        yield return On(voyage, new RecordGateEvidence(GateEvidence.Of("error rate", GateVerdict.Passed, voyage.Now + Duration.FromMinutes(1), "run 12", Digest.Zero)));
        yield return On(Out("RecordGate:failed"), new ContinueRollout());
        var watched = Watched();
        var seen = new RecordGateEvidence(GateEvidence.Of("a look", GateVerdict.Passed, watched.Now, "the dashboard", Digest.Zero));
        yield return On(watched, seen, Crew.Greta, facts => facts with { Directory = null });
        yield return On(watched, seen, Crew.Greta);
    }

    private static IEnumerable<Decision<ReleaseEvent>> WaysBack()
    {
        yield return On(Out("BeginStage"), new RollBackRelease("errors rise"));
        yield return On(Out("BeginStage", "RollBack", "RollBackFailed"), new ContinueRollout());
        var done = Out("AllStagesDone");
        done.Now += Duration.FromHours(4);
        yield return On(done, new RollBackRelease("errors rise", done.Release.WayBack));
    }

    public static Voyage Watched() => new Voyage(Crew.Content with
    {
        Rollout = new RolloutPlan(RolloutStrategy.AllAtOnce, [new("all", Crew.Production, Share.All) { Gates = [Gate.Manual("a look", Watch)] }]),
    }).Go(Main).Go("BeginStage");

    public static ChangeCalendar Ended(InFlightContract contract, Instant end) => ChangeCalendar.Define(
        new CalendarId("nights"),
        1,
        CalendarDefault.ClosedByDefault,
        [new Window(new RuleId("w"), "w", "Etc/UTC", Recurrence.Once((end - Duration.FromHours(6)).InUtc().LocalDateTime), RuleLength.For(Duration.FromHours(6)), Scope.Everything) { InFlight = contract }],
        DateTimeZoneProviders.Tzdb);

    private static Voyage Out(params string[] triggers) => new Voyage().Go(Main).Go(triggers);
}
