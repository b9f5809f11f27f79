using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using static ChangeRelease.Domain.Tests.Lifecycles.Words;

namespace ChangeRelease.Domain.Tests.Lifecycles;

/// <summary>One definition for everybody (S-14): no thread, no fault and no nested question disturbs an answer.</summary>
public sealed class LifecycleSharingTests
{
    private const int Workers = 16;
    private const int Fires = 1_000_000;
    private const int MostBytes = 2_048;

    private static readonly Lifecycle<Trial> Elsewhere = Straight("elsewhere");

    [Fact]
    public void A_million_fires_from_sixteen_workers_answer_as_one_after_another()
    {
        var sketch = new SketchedTable(seed: 7);
        var lifecycle = sketch.Build(Elsewhere);
        var attempts = Attempts(sketch);
        var expected = attempts.Select(attempt => lifecycle.Take(attempt.From, attempt.On, attempt.Trial)).ToArray();
        var workers = Enumerable.Range(0, Workers).Select(worker => new Worker(lifecycle, attempts, expected, worker)).ToList();

        workers.ForEach(worker => worker.Thread.Start());
        workers.ForEach(worker => worker.Thread.Join());

        workers.Sum(worker => worker.Fired).Should().Be(Fires);
        workers.Sum(worker => worker.Differences).Should().Be(0);
        expected.Should().Contain(verdict => verdict.IsPermitted).And.Contain(verdict => !verdict.IsPermitted);
    }

    [Fact]
    public void Nothing_moves_when_a_requirement_throws()
    {
        var throwing = Requirement.For<Trial>("trial.requirement.throws").Says("It does not throw.")
            .IsMetWhen(trial => trial.Meets(1) ? true : throw new TimeoutException("The directory did not answer."));
        var lifecycle = Lifecycle.Define<Trial>("throwing", 1, table => table
            .StartsIn(Draft).In(Draft).On(Submit).GoTo(Checking).When(throwing).In(Checking).On(Close).GoTo(Closed).EndsIn(Closed));

        FluentActions.Invoking(() => lifecycle.Take(Draft, Submit, Trial.MeetsNothing)).Should().Throw<TimeoutException>();

        lifecycle.Take(Checking, Submit, Trial.MeetsAll).IsPermitted.Should().BeFalse();
        lifecycle.Take(Draft, Submit, Trial.MeetsAll).Destination.Should().Be(Checking);
        lifecycle.Take(Draft, Close, Trial.MeetsAll).IsPermitted.Should().BeFalse();
    }

    [Fact]
    public void A_question_asked_inside_a_question_disturbs_neither()
    {
        Lifecycle<Trial>? shared = null;
        var inside = new List<State?>();
        bool Ask(State from, Trigger trigger)
        {
            inside.Add(shared!.Take(from, trigger, Trial.MeetsAll with { Answer = "inner" }).Destination);
            return true;
        }

        var asking = Requirement.For<Trial>("trial.requirement.asks").Says("It may be asked.")
            .IsMetWhen(_ => Ask(Checking, Close) && Ask(Checking, Annotate) && Ask(Draft, Close)).Explains(_ => Why.Because("Never."));
        var selector = Selector.For<Trial>("side", ["outer", "inner"], trial => Ask(Checking, Close) ? trial.Answer : trial.Answer);
        shared = Lifecycle.Define<Trial>("nested", 1, table => table
            .StartsIn(Draft)
            .In(Draft).On(Submit).Choose(selector, ("outer", Checking), ("inner", Closed)).When(asking)
            .In(Checking).On(Close).GoTo(Closed).On(Annotate).Stay()
            .EndsIn(Closed));

        shared.Take(Draft, Submit, new Trial(0, "outer")).Destination.Should().Be(Checking);
        inside.Should().Equal(Closed, Checking, null, Closed);
    }

    [Fact]
    public void A_yes_and_a_no_allocate_little()
    {
        var lifecycle = Lifecycle.Define<Trial>("small", 1, table => table
            .StartsIn(Draft).In(Draft).On(Close).GoTo(Closed).When(Trial.Needs(1), Trial.Needs(2)).EndsIn(Closed));

        BytesOf(lifecycle, Trial.MeetsAll).Should().BeInRange(0, MostBytes);
        BytesOf(lifecycle, Trial.MeetsNothing).Should().BeInRange(1, MostBytes);
    }

    private static long BytesOf(Lifecycle<Trial> lifecycle, Trial attempt)
    {
        const int Rounds = 1_000;
        lifecycle.Take(Draft, Close, attempt);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            lifecycle.Take(Draft, Close, attempt);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }

    private static (State From, Trigger On, Trial Trial)[] Attempts(SketchedTable sketch)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, 1_009).Select(_ => (
            SketchedTable.State(random.Next(sketch.States)),
            SketchedTable.Trigger(random.Next(SketchedTable.Triggers)),
            new Trial(random.Next(2) == 0 ? 31UL : (ulong)random.Next(32), SketchedTable.Answers[random.Next(3)])))];
    }

    private sealed class Worker
    {
        public Worker(Lifecycle<Trial> lifecycle, (State From, Trigger On, Trial Trial)[] attempts, Verdict[] expected, int offset) =>
            Thread = new Thread(() =>
            {
                for (var at = offset; at < Fires; at += Workers)
                {
                    var cell = at % attempts.Length;
                    var verdict = lifecycle.Take(attempts[cell].From, attempts[cell].On, attempts[cell].Trial);
                    Differences += verdict == expected[cell] ? 0 : 1;
                    Fired++;
                }
            });

        public Thread Thread { get; }

        public int Fired { get; private set; }

        public int Differences { get; private set; }
    }
}
