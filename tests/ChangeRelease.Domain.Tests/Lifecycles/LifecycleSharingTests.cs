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
    public void A_million_fires_from_sixteen_workers_answer_as_one_after_another_whatever_is_asked_between_them()
    {
        var sketch = new SketchedTable(seed: 7);
        var lifecycle = sketch.Build(Elsewhere);
        var cells = Cells(sketch, lifecycle);
        var workers = Enumerable.Range(0, Workers).Select(worker => new Worker(lifecycle, cells, worker)).ToList();

        workers.ForEach(worker => worker.Thread.Start());
        workers.ForEach(worker => worker.Thread.Join());

        workers.Sum(worker => worker.Fired).Should().Be(Fires);
        workers.Sum(worker => worker.Asked).Should().Be(Fires);
        workers.Sum(worker => worker.Differences).Should().Be(0);
        cells.Should().Contain(cell => cell.Verdict.IsPermitted).And.Contain(cell => !cell.Verdict.IsPermitted);
        cells.Select(cell => int.PopCount(cell.Available)).Distinct().Should().Contain([0, 1, 2, 3]);
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

    private static Cell[] Cells(SketchedTable sketch, Lifecycle<Trial> lifecycle)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, 1_009).Select(_ =>
        {
            var (from, on, met, answer) = (random.Next(sketch.States), random.Next(SketchedTable.Triggers), random.Next(2) == 0 ? 31UL : (ulong)random.Next(32), SketchedTable.Answers[random.Next(3)]);
            var (state, trigger, trial) = (SketchedTable.State(from), SketchedTable.Trigger(on), new Trial(met, answer));
            return new Cell(state, trigger, trial, lifecycle.Take(state, trigger, trial), Available(sketch, from, met));
        })];
    }

    // Told naively: nothing in a sketched table asks about its input, so what would lead somewhere is available.
    private static int Available(SketchedTable sketch, int from, ulong met) => Enumerable.Range(0, SketchedTable.Triggers)
        .Where(trigger => sketch.Interpret(from, trigger, met, SketchedTable.Answers[0]).Contains("to ", StringComparison.Ordinal))
        .Sum(trigger => 1 << trigger);

    private static int Bit(Trigger trigger) => 1 << (trigger.Value[1] - '0');

    /// <summary>What one worker does again and again, and what the answers are: the verdict, and one bit for each available trigger.</summary>
    private sealed record Cell(State From, Trigger On, Trial Trial, Verdict Verdict, int Available);

    private sealed class Worker
    {
        public Worker(Lifecycle<Trial> lifecycle, Cell[] cells, int offset) => Thread = new Thread(() =>
        {
            for (var at = offset; at < Fires; at += Workers)
            {
                var cell = cells[at % cells.Length];
                Differences += Ask(lifecycle.At(cell.From)!, cell, at) ? 0 : 1;
                Differences += Take(lifecycle, cell) == cell.Verdict ? 0 : 1;
                Fired++;
            }
        });

        public Thread Thread { get; }

        public int Fired { get; private set; }

        public int Asked { get; private set; }

        public int Differences { get; private set; }

        // An exception would end the whole run of tests; no answer is a difference like any other.
        private static Verdict? Take(Lifecycle<Trial> lifecycle, Cell cell)
        {
            try
            {
                return lifecycle.Take(cell.From, cell.On, cell.Trial);
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        private bool Ask(Place<Trial> place, Cell cell, int at)
        {
            Asked++;
            if (at % 2 == 0)
            {
                return place.Permits(cell.On, cell.Trial) == ((cell.Available & Bit(cell.On)) != 0);
            }

            var available = 0;
            foreach (var trigger in place.Available(cell.Trial))
            {
                available |= Bit(trigger);
            }

            return available == cell.Available;
        }
    }
}
