using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Planning;

/// <summary>Tasks are recorded by name, in order, in their turn, with what they demand.</summary>
public sealed class RecordingTests(ITestOutputHelper output)
{
    private static readonly string[] ToStart = ["Submit", "CompleteAssessment", "Authorize", "Schedule", "Start"];

    [Fact]
    public void How_far_the_work_has_come_is_seen_on_the_change()
    {
        var traveler = new Traveler("normal").Go(ToStart).Go("RecordTask");
        var progress = traveler.Change.ProgressOf(PlanKind.Implementation);

        progress.Done.Select(task => task.Name).Should().Equal("drain the queue");
        progress.Next.Should().Be(new PlanTask("restart"));
        traveler.Go("RecordTask").Change.ProgressOf(PlanKind.Implementation).Next.Should().BeNull();
        traveler.Change.Tasks[0].Should().Be(new TaskRecord(PlanKind.Implementation, "drain the queue", "log", Cast.Ivan.Id, traveler.Change.StartedAt!.Value));
    }

    [Fact]
    public void The_same_record_sent_twice_is_one_record_and_another_of_the_same_task_is_refused()
    {
        var traveler = new Traveler("normal").Go(ToStart);
        var move = traveler.Good("RecordTask");
        traveler.Do(move).Events.Should().ContainSingle();

        traveler.Do(move).Should().BeEquivalentTo(new { IsAccepted = true, Events = Array.Empty<ChangeEvent>() });
        Codes(traveler.Ask(traveler.By(Cast.Oscar, new RecordChangeTask(" drain the queue ", "again")))).Should().Equal("change.task.done-already");
    }

    [Fact]
    public void After_the_point_of_no_return_there_is_only_forward()
    {
        var planned = Cast.Content with { ImplementationPlan = ChangePlan.Of(new PlanTask("copy"), new PlanTask("switch") { IsPointOfNoReturn = true }, new PlanTask("sweep")) };
        var traveler = new Traveler("normal", planned).Go(ToStart).Go("RecordTask");
        Codes(traveler.Ask(traveler.Good("BackOut"))).Should().BeEmpty();

        traveler.Go("RecordTask");

        traveler.Change.IsPastPointOfNoReturn.Should().BeTrue();
        traveler.Ask(traveler.Good("BackOut")).Refusals.Should().ContainSingle().Which.Explanation.Should().StartWith("'switch' is done");
        ChangeDecider.Ask(traveler.Change, traveler.Good("BackOut").Facts)!.For(ChangeTriggers.BackOut)!.IsAvailable.Should().BeFalse();
        traveler.Go("Complete").Do(traveler.By(Cast.Rex, new ReviewChange(ReviewOutcome.Failed, "it broke"))).Refusals.Should().BeEmpty("how it went is said in the review");
    }

    [Fact]
    public void Work_that_demands_evidence_is_not_complete_without_it()
    {
        var planned = Cast.Content with { ImplementationPlan = ChangePlan.Of(new PlanTask("copy"), new PlanTask("count") { Evidence = "both counts" }) };
        var traveler = new Traveler("normal", planned).Go(ToStart);
        var refusal = traveler.Ask(traveler.Good("Complete")).Refusals.Should().ContainSingle().Subject;
        (refusal.Code, refusal.Remedies[0].Text).Should().Be(("change.task.evidence-outstanding", "Record 'count' with its evidence"));

        traveler.Go("RecordTask");
        Codes(traveler.Ask(traveler.By(Cast.Ivan, new RecordChangeTask("count")))).Should().Equal("change.task.evidence-missing");
        traveler.Go("RecordTask", "Complete").State.Should().Be("Reviewing");
    }

    [Fact]
    public void Who_owns_a_task_of_the_work_cannot_approve_it_and_who_owns_a_test_can()
    {
        var (anna, boris, carla) = (Cast.Members[0], Cast.Members[1], Cast.Members[2]);
        var planned = Cast.Content with
        {
            ImplementationPlan = ChangePlan.Of(new PlanTask("restart") { Owner = TaskOwner.Of(anna.Id) }, new PlanTask("look") { Owner = TaskOwner.Of(Cast.Board) }),
            RemediationPlan = ChangePlan.Of(new PlanTask("go back") { Owner = TaskOwner.Of(boris.Id) }),
            TestPlan = ChangePlan.Of(new PlanTask("try") { Owner = TaskOwner.Of(carla.Id) }),
        };
        var traveler = new Traveler("normal", planned).Go("Submit", "CompleteAssessment");

        Voting(traveler, anna).Should().Equal("change.authorization.voter-contributed");
        Voting(traveler, boris).Should().Equal("change.authorization.voter-contributed");
        Voting(traveler, carla).Should().BeEmpty();
        traveler.Do(traveler.By(Cast.Rita, new AmendChange(planned with { ImplementationPlan = ChangePlan.Of(new PlanTask("restart") { Owner = TaskOwner.Of(Cast.Members[3].Id) }) })));
        traveler.Change.Contributors.Include(Cast.Members[3].Id).Should().BeTrue();
        traveler.Change.Contributors.Include(anna.Id).Should().BeTrue("who once had a hand in it keeps it");
    }

    [Fact]
    public void The_owner_of_an_account_that_owns_a_task_cannot_approve()
    {
        var planned = Cast.Content with { ImplementationPlan = ChangePlan.Of(new PlanTask("deploy") { Owner = TaskOwner.Of(new ActorId("deployer")) }) };
        var traveler = new Traveler("normal", planned).Go("Submit", "CompleteAssessment");
        var vote = traveler.By(Cast.Members[0], new VoteOnChange(VoteChoice.Approve, traveler.Change.Digest));
        var directory = Cast.Directory with { ServiceAccounts = [new ServiceAccount(new ActorId("deployer"), Cast.Members[0].Id)] };

        Codes(traveler.Ask(vote with { Facts = vote.Facts with { Directory = directory } })).Should().Equal("change.authorization.voter-contributed");
    }

    [Fact]
    public void Who_records_a_task_of_an_emergency_cannot_ratify_it()
    {
        var (anna, boris) = (Cast.Members[4], Cast.Members[5]);
        var traveler = new Traveler("emergency").Go("Submit", "Authorize", "Start");
        traveler.Do(traveler.By(anna, new RecordChangeTask("drain the queue", "log"))).Refusals.Should().BeEmpty();
        traveler.Do(traveler.By(boris, new RecordChangeTask("rehearse", "log"))).Refusals.Should().BeEmpty();
        traveler.Go("Complete");
        IEnumerable<string> Ratifying(Actor voter) => Codes(traveler.Ask(traveler.By(voter, new VoteOnChange(VoteChoice.Approve, traveler.Change.Digest))));

        Ratifying(anna).Should().Equal("change.ratification.voter-contributed");
        Ratifying(boris).Should().BeEmpty("testing is not making");
    }

    [Fact]
    public void An_edit_of_the_plan_leaves_what_was_recorded_before_the_first_task_that_differs()
    {
        var traveler = new Traveler("normal").Go(ToStart[..^1]).Go("RecordTask", "RecordTask");
        traveler.Change.Tasks.Select(record => record.Name).Should().Equal("rehearse", "look at the graph");

        traveler.Do(traveler.By(Cast.Rita, new AmendChange(traveler.Change.Content with { TestPlan = ChangePlan.Of("rehearse", "look twice", "look at the graph") })));
        traveler.Change.Tasks.Select(record => record.Name).Should().Equal("rehearse");
        traveler.Do(traveler.By(Cast.Rita, new AmendChange(traveler.Change.Content with { TestPlan = ChangePlan.Of(new PlanTask("rehearse") { Evidence = "a film" }) })));
        traveler.Change.Tasks.Should().BeEmpty();
    }

    [Fact]
    public void What_is_recorded_is_what_a_plain_reading_of_the_rules_says()
    {
        var (work, seen) = (new PlannedWork(47), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var sample = 0; sample < 120; sample++)
        {
            var (made, tried, undone) = (work.Orderly("make"), work.Orderly("try"), work.Orderly("undo"));
            var change = new Traveler("normal").Go(ToStart);
            var phases = new[] { "Scheduled", "Implementing", "BackingOut" };
            var records = new Dictionary<string, List<string>>(StringComparer.Ordinal) { ["make"] = [], ["try"] = [], ["undo"] = [] };
            var at = change.Change with { Content = change.Change.Content with { ImplementationPlan = made, TestPlan = tried, RemediationPlan = undone } };
            var phase = phases[work.Next(3)];
            at = at with { Status = phase == "Scheduled" ? ChangeStates.Scheduled : phase == "Implementing" ? ChangeStates.Implementing : ChangeStates.BackingOut, StartedAt = phase == "Scheduled" ? null : at.StartedAt };
            for (var step = 0; step < 12; step++)
            {
                var (kind, plan) = work.Next(3) switch { 0 => ("make", made), 1 => ("try", tried), _ => ("undo", undone) };
                var name = FormattableString.Invariant($"{kind} {(work.Next(4) == 0 ? work.Next(7) : records[kind].Count)}");
                var evidence = work.Next(3) == 0 ? string.Empty : "log";
                var expected = Expected(phase, kind, plan, records[kind], name, evidence);

                var move = change.By(Cast.Ivan, new RecordChangeTask(name, evidence));
                var decision = ChangeDecider.Decide(at, move.Command, move.Facts);

                Codes(decision).Should().BeEquivalentTo(expected, $"{name} in {phase} after {string.Join(", ", records[kind])} of {plan}");
                foreach (var happened in decision.Events)
                {
                    at = ChangeRequest.Fold(at, happened);
                    records[kind].Add(name);
                }

                foreach (var kindOfAnswer in expected.DefaultIfEmpty("recorded"))
                {
                    seen[kindOfAnswer] = seen.GetValueOrDefault(kindOfAnswer) + 1;
                }
            }
        }

        output.WriteLine(string.Join(", ", seen.Select(kind => $"{kind.Value} {kind.Key}")));
        seen.Should().HaveCount(6).And.OnlyContain(kind => kind.Value >= 20);
    }

    private static List<string> Expected(string phase, string kind, ChangePlan plan, List<string> done, string name, string evidence)
    {
        var place = plan.Tasks.ToList().FindIndex(task => task.Name == name);
        if (place < 0)
        {
            return ["change.task.unknown"];
        }

        var faults = new List<string>();
        var isDue = phase switch { "Scheduled" => kind == "try", "Implementing" => kind != "undo", _ => kind == "undo" };
        (bool Holds, string Code)[] rules =
        [
            (isDue, "change.task.not-now"),
            (place >= done.Count, "change.task.done-already"),
            (place <= done.Count, "change.task.out-of-order"),
            (evidence.Length > 0 || plan.Tasks[place].Evidence.Length == 0, "change.task.evidence-missing"),
        ];
        faults.AddRange(rules.Where(rule => !rule.Holds).Select(rule => rule.Code));
        return faults;
    }

    private static List<string> Voting(Traveler traveler, Actor voter) =>
        Codes(traveler.Ask(traveler.By(voter, new VoteOnChange(VoteChoice.Approve, traveler.Change.Digest))));

    private static List<string> Codes(Decision<ChangeEvent> decision) =>
        decision.Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).ToList();
}
