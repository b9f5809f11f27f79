using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Changes.Permits;

/// <summary>Reports say what happened, once, in whatever order and however often they arrive.</summary>
public sealed class PermitReportTests
{
    private const int Schedules = 20_000;

    [Fact]
    public void The_same_report_again_takes_no_effect_whatever_its_command_id_and_whoever_sends_it()
    {
        var traveler = Begun();
        var started = new ReportPermit(Of(traveler), PermitProgress.Started, "at it");
        Say(traveler, Cast.Ivan, started).Events.Should().ContainSingle().Which.Should().BeOfType<PermitReported>();
        var before = traveler.Change;

        Say(traveler, Cast.Ivan, started).Should().Be(Decision.Accept<ChangeEvent>());
        Say(traveler, Cast.Bot, started).Should().Be(Decision.Accept<ChangeEvent>());
        traveler.Ask(traveler.By(Cast.Ivan, new ActOnChange(ChangeTriggers.Report, started.ToArguments()))).Should().Be(Decision.Accept<ChangeEvent>());
        traveler.Change.Should().BeSameAs(before);
        Codes(Say(traveler, Cast.Ivan, started with { Remark = "otherwise" })).Should().Equal("change.permit.reported-otherwise");
    }

    [Fact]
    public void What_contradicts_and_what_is_out_of_order_is_refused_with_every_reason()
    {
        var traveler = Begun();
        var permit = Of(traveler);
        Codes(Say(traveler, Cast.Ivan, new ReportPermit(permit, PermitProgress.Finished))).Should().Equal("change.permit.not-started");
        Say(traveler, Cast.Ivan, new ReportPermit(permit, PermitProgress.Started)).IsAccepted.Should().BeTrue();
        Say(traveler, Cast.Ivan, new ReportPermit(permit, PermitProgress.Failed, "disk full")).IsAccepted.Should().BeTrue();

        Codes(Say(traveler, Cast.Ivan, new ReportPermit(permit, PermitProgress.Finished))).Should().Equal("change.permit.reported-otherwise");
        Codes(Say(traveler, Cast.Ivan, new ReportPermit(Digest.Zero, PermitProgress.Finished))).Should().Equal("change.permit.unknown");
        traveler.Change.Permits.Single().Result!.Remark.Should().Be("disk full");
    }

    [Fact]
    public void What_has_begun_is_reported_also_after_the_last_instant_to_begin_after_a_revocation_and_after_the_work()
    {
        foreach (var way in new[] { "Complete", "BackOut", "Revoke" })
        {
            var traveler = Begun().Go("Report", way);
            traveler.Now = traveler.Change.Permits[0].Permit.NotAfter + Duration.FromHours(1);

            Say(traveler, Cast.Ivan, new ReportPermit(Of(traveler), PermitProgress.Finished)).Events.Should().ContainSingle();
        }

        Codes(Say(Begun().Go("Report", "Complete", "Close"), Cast.Ivan, new ReportPermit(Digest.Zero, PermitProgress.Finished))).Should().Equal("lifecycle.transition.undefined");
    }

    [Fact]
    public void A_report_is_settled_before_any_table_is_asked_so_that_a_late_repetition_is_accepted()
    {
        var traveler = Begun();
        var started = new ReportPermit(Of(traveler), PermitProgress.Started, "at it");
        Say(traveler, Cast.Ivan, started);
        traveler.Go("Complete", "Close");

        Say(traveler, Cast.Ivan, started).Should().Be(Decision.Accept<ChangeEvent>());
    }

    [Fact]
    public void Anybody_may_revoke_with_a_reason_and_saying_it_again_takes_no_effect()
    {
        var traveler = Begun();
        var revoke = new RevokePermit(Of(traveler), "alarms");
        Codes(Say(traveler, Cast.Rita, revoke with { Reason = " " })).Should().Equal("change.reason.missing");
        Say(traveler, Cast.Rita, revoke).Events.Should().ContainSingle().Which.Should().BeOfType<PermitRevoked>();

        Say(traveler, Cast.Bot, revoke).Should().Be(Decision.Accept<ChangeEvent>());
        Codes(Say(traveler, Cast.Bot, revoke with { Reason = "another" })).Should().Equal("change.permit.void-already");
        traveler.Change.Permits.Single().Revocation.Should().Be(new PermitRevocation("alarms", Cast.Rita, traveler.Now));
    }

    [Fact]
    public void Who_reports_work_is_one_of_those_who_did_it_and_cannot_ratify_it()
    {
        var traveler = new Traveler("emergency").Go("Submit", "Authorize", "Start");
        var board = Cast.Members[5];
        Say(traveler, Actor.Service(new ActorId("deployer"), board.Id), new ReportPermit(Of(traveler), PermitProgress.Started)).IsAccepted.Should().BeTrue();
        traveler.Go("Complete");

        Codes(traveler.Ask(traveler.By(board, new VoteOnChange(VoteChoice.Approve, traveler.Change.Digest)))).Should().Equal("change.ratification.voter-contributed");
    }

    [Fact]
    public void Repeated_and_reordered_reports_come_to_one_result_which_is_never_changed()
    {
        var random = new Random(97);
        var (repeated, outOfOrder, results) = (0, 0, new Dictionary<PermitProgress, int>());
        var begun = Begun();
        ReportPermit[] said = [new(Of(begun), PermitProgress.Started, "a"), new(Of(begun), PermitProgress.Finished, "b"), new(Of(begun), PermitProgress.Failed, "c")];
        for (var schedule = 0; schedule < Schedules; schedule++)
        {
            var (change, model) = (begun.Change, new Model());
            for (var step = 0; step < 8; step++)
            {
                var report = said[random.Next(said.Length)];
                var decision = ChangeDecider.Decide(change, report, begun.Good("Report").Facts with { Stamp = new Stamp(begun.Now, Cast.Ivan, new CommandId(FormattableString.Invariant($"r{schedule}-{step}"))) });
                var expected = model.Take(report.Progress);
                (decision.IsAccepted, decision.Events.Count).Should().Be((expected != Model.Answer.Refused, expected == Model.Answer.Noted ? 1 : 0));
                repeated += expected == Model.Answer.Repeated ? 1 : 0;
                outOfOrder += expected == Model.Answer.Refused ? 1 : 0;
                change = decision.Events.Aggregate(change, ChangeRequest.Fold);
            }

            var result = change.Permits.Single().Result?.Progress;
            result.Should().Be(model.Result);
            if (result is { } came)
            {
                results[came] = results.GetValueOrDefault(came) + 1;
            }
        }

        (repeated, outOfOrder).Should().Match<(int, int)>(counts => counts.Item1 > Schedules && counts.Item2 > Schedules);
        results.Should().HaveCount(2).And.OnlyContain(entry => entry.Value > Schedules / 10);
    }

    private static Traveler Begun() => new Traveler("normal").Go("Submit", "CompleteAssessment", "Authorize", "Schedule", "Start");

    private static Digest Of(Traveler traveler) => traveler.Change.Permits[0].Permit.Digest;

    private static Decision<ChangeEvent> Say(Traveler traveler, Actor actor, ChangeCommand command) => traveler.Do(traveler.By(actor, command));

    private static IEnumerable<string> Codes(Decision<ChangeEvent> decision) => decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);

    /// <summary>What reports come to, said again in the fewest words.</summary>
    private sealed class Model
    {
        private bool _started;

        public enum Answer
        {
            Noted,
            Repeated,
            Refused,
        }

        public PermitProgress? Result { get; private set; }

        public Answer Take(PermitProgress progress)
        {
            if (progress == PermitProgress.Started)
            {
                (var before, _started) = (_started, true);
                return before ? Answer.Repeated : Answer.Noted;
            }

            if (Result == progress)
            {
                return Answer.Repeated;
            }

            var fits = _started && Result is null;
            Result = fits ? progress : Result;
            return fits ? Answer.Noted : Answer.Refused;
        }
    }
}
