using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Changes.ChangeStates;

namespace ChangeRelease.Domain.Tests.Lifecycles.Migration;

/// <summary>A map from a model to its next version, and what a dry run of it says (S-13).</summary>
public sealed class MigrationMapTests
{
    private const int Each = 1_000;

    private static readonly LifecycleRef Old = ChangeModels.Normal.Lifecycle.Reference;

    [Fact]
    public void A_map_shows_where_the_subjects_of_each_state_go() => Given.Map.ToString().Split('\n').Should().Equal(
        $"{Given.Map.From} to {Given.Map.To}",
        "  Draft -> Draft",
        "  Assessing -> Assessing",
        "  Authorizing -> Authorizing",
        "  Approved -> DbaReview (gains SignOff; loses Schedule, RecordTask, RequestOverride, OverrideFreeze)",
        "  Scheduled -> DbaReview (gains SignOff; loses Reschedule, Unschedule, LapseSlot, RecordTask, Start, RequestOverride, OverrideFreeze)",
        "  Implementing -> Implementing, as if past DbaReview",
        "  BackingOut -> BackingOut, as if past DbaReview",
        "  Reviewing -> Reviewing, as if past DbaReview",
        "  Rejected -> Rejected",
        "  Deferred -> Deferred",
        "  OnHold -> OnHold",
        "  Closed -> Closed",
        "  Canceled -> Canceled");

    [Fact]
    public void A_dry_run_counts_a_thousand_subjects_in_every_state()
    {
        var states = ChangeModels.Normal.Lifecycle.Description.States;
        var subjects = states.SelectMany((state, at) => Enumerable.Range(0, Each).Select(number => ($"CHG-{(at * Each) + number}", Standing(state, state == OnHold ? Scheduled : null))));
        var lost = Enumerable.Range(0, Each).Select(number => ($"LOST-{number}", Standing(OnHold, null)));
        var elsewhere = Enumerable.Range(0, 7).Select(number => ($"STD-{number}", new Standing(ChangeModels.Standard.Lifecycle.Reference, Draft, 1)));
        var seen = new List<long>();

        var report = Given.Map.DryRun(subjects.Concat(lost).Concat(elsewhere), each: null, new Reported(seen));

        report.Subjects.Should().Be(14_007);
        report.WouldMove.Should().Be(13_000);
        report.WouldNotMove.Should().Be(1_007);
        report.Moved.Select(count => ($"{count.Move.From} {count.Move.To}", count.Subjects)).Should().Equal(
            ("Draft Draft", 1_000), ("Assessing Assessing", 1_000), ("Authorizing Authorizing", 1_000), ("Approved DbaReview", 1_000), ("Scheduled DbaReview", 1_000),
            ("Implementing Implementing", 1_000), ("BackingOut BackingOut", 1_000), ("Reviewing Reviewing", 1_000), ("Rejected Rejected", 1_000), ("Deferred Deferred", 1_000),
            ("OnHold OnHold", 1_000), ("Closed Closed", 1_000), ("Canceled Canceled", 1_000));
        report.Refused.Should().Equal(new RefusalCount("lifecycle.migration.elsewhere", 7), new RefusalCount("lifecycle.migration.origin-missing", 1_000));
        report.Examples.Should().HaveCount(MigrationReport.MostExamples);
        report.Examples[0].Subject.Should().Be("LOST-0");
        seen.Should().Equal(Enumerable.Range(1, 14).Select(step => step * 1_000L).Append(14_007));
        report.ToString().Split('\n').Should().HaveCount(1 + 13 + 2 + 5 + 1).And.Contain("  1000 Approved -> DbaReview (gains SignOff; loses Schedule, RecordTask, RequestOverride, OverrideFreeze)");
    }

    [Fact]
    public void A_dry_run_keeps_no_more_for_many_subjects_than_for_few()
    {
        var standing = Standing(Approved, null);
        Given.Map.DryRun(Many(10));
        var (few, many) = (Allocated(10_000), Allocated(40_000));

        // Each verdict is made and dropped; nothing grows beyond it.
        (many - few).Should().BeLessThan(30_000 * 400);
        Given.Map.DryRun(Many(40_000)).Moved.Should().HaveCount(13);

        long Allocated(int count)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Given.Map.DryRun(Many(count));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        IEnumerable<(string, Standing)> Many(int count) => Enumerable.Repeat(("CHG-1", standing), count);
    }

    [Fact]
    public void A_dry_run_ends_when_it_is_told_to()
    {
        using var source = new CancellationTokenSource();
        var seen = 0;

        FluentActions.Invoking(() => Given.Map.DryRun(Endless(), (_, _) => Stop(), cancellation: source.Token)).Should().Throw<OperationCanceledException>();
        seen.Should().Be(3);

        void Stop()
        {
            if (++seen == 3)
            {
                source.Cancel();
            }
        }

        static IEnumerable<(string, Standing)> Endless()
        {
            while (true)
            {
                yield return ("CHG-1", Standing(Draft, null));
            }
        }
    }

    [Fact]
    public void A_subject_is_moved_with_its_origin_and_keeps_its_version()
    {
        Given.Map.Apply(new Standing(Old, OnHold, 12) { Origin = Scheduled }).Standing.Should().Be(new Standing(Given.Map.To, OnHold, 12) { Origin = Given.DbaReview });
        Given.Map.Apply(new Standing(Old, Draft, 3) { Origin = Scheduled }).Standing.Should().Be(new Standing(Given.Map.To, Draft, 3));
    }

    [Theory]
    [InlineData("lifecycle.migration.already-there")]
    [InlineData("lifecycle.migration.elsewhere")]
    [InlineData("lifecycle.migration.state-foreign")]
    [InlineData("lifecycle.migration.origin-foreign")]
    [InlineData("lifecycle.migration.origin-missing")]
    [InlineData("lifecycle.migration.origin-stranded")]
    public void A_subject_that_cannot_be_moved_is_refused_with_the_reason_and_a_cure(string code)
    {
        var standing = code switch
        {
            "lifecycle.migration.already-there" => new Standing(Given.Map.To, Draft, 1),
            "lifecycle.migration.elsewhere" => new Standing(Old with { Hash = Digest.Zero }, Draft, 1),
            "lifecycle.migration.state-foreign" => Standing(Ratifying, null),
            "lifecycle.migration.origin-foreign" => Standing(Draft, Given.DbaReview),
            "lifecycle.migration.origin-missing" => Standing(OnHold, null),
            _ => Standing(OnHold, Draft),
        };

        var verdict = Given.Map.Apply(standing);

        verdict.IsPermitted.Should().BeFalse();
        verdict.Standing.Should().BeNull();
        verdict.Refusals.Should().ContainSingle().Which.Code.Should().Be(code);
        verdict.Refusals[0].Remedies.Should().NotBeEmpty();
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_subject_is_said_at_once() =>
        Given.Map.Apply(Standing(Ratifying, Given.DbaReview)).Refusals.Select(refusal => refusal.Code).Should().Equal("lifecycle.migration.state-foreign", "lifecycle.migration.origin-foreign");

    [Fact]
    public void A_map_of_a_great_table_is_checked_in_steps_that_do_not_explode()
    {
        var small = Allocated(Great(50, 1), Great(50, 2));
        var great = Allocated(Great(500, 1), Great(500, 2));

        great.Should().BeLessThan(small * 25, "ten times the states and rows, and their sets of bits");

        static long Allocated(LifecycleDescription from, LifecycleDescription to)
        {
            MigrationMap.Between(from, to, map => map.KeepTheRest());
            var before = GC.GetAllocatedBytesForCurrentThread();
            MigrationMap.Between(from, to, map => map.KeepTheRest());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static LifecycleDescription Great(int states, int version)
    {
        State At(int number) => new($"S{number}", number == states - 1 ? Phase.Ended : Phase.Preparation);
        var rows = Enumerable.Range(0, states - 1).SelectMany(from => Enumerable.Range(1, 10).Select(step => new Transition(At(from), new Trigger($"T{step}"), [new Outcome(null, At(Math.Min(from + step, states - 1)), null)], [], false, null)));
        return new LifecycleDescription("great", version, At(0), [At(states - 1)], Enumerable.Range(0, states).Select(At).ToValueList(), rows.ToValueList());
    }

    private static Standing Standing(State state, State? origin) => new(Old, state, 5) { Origin = origin };

    private sealed class Reported(List<long> seen) : IProgress<long>
    {
        public void Report(long value) => seen.Add(value);
    }
}
