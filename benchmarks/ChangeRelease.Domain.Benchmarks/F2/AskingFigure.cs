using ChangeRelease.Domain.Benchmarks.F1;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Benchmarks.F2;

/// <summary>F2: what may be done now, of one change; beside what Stateless takes to answer the same.</summary>
internal static class AskingFigure
{
    private const int From = 5;
    private const int MostBytesOfState = 16;

    public static Figure Measure()
    {
        Agree();
        var state = TwelveStates.States[From];
        var place = TwelveStates.Lifecycle.At(state)!;
        var measured = PairedRunner.Measure(
            Contender.Of("all triggers, by the state", () => Count(TwelveStates.Lifecycle.At(state)!, TwelveStates.Ready)),
            Contender.Of("all triggers, the place kept", () => Count(place, TwelveStates.Ready)),
            Contender.Of("Stateless, GetPermittedTriggersAsync", () => AskingPeers.PermittedAsync(From, TwelveStates.Ready).Count()),
            Contender.Of("Stateless, PermittedTriggers", () => AskingPeers.Permitted(From, TwelveStates.Ready).Count()),
            Contender.Of("one trigger, by the state", () => TwelveStates.Lifecycle.At(state)!.Permits(TwelveStates.Next, TwelveStates.Ready) ? 1 : 0),
            Contender.Of("one trigger, the place kept", () => place.Permits(TwelveStates.Next, TwelveStates.Ready) ? 1 : 0),
            Contender.Of("Stateless, CanFire", () => AskingPeers.CanFire(From, StatelessPeers.Next, TwelveStates.Ready) ? 1 : 0),
            Contender.Of("one trigger, why not: both reasons, cures", () => TwelveStates.Lifecycle.Explain(state, TwelveStates.Next, TwelveStates.Unready).Refusals.Count),
            Contender.Of("all triggers, why not", () => TwelveStates.Lifecycle.Ask(state, 1, _ => TwelveStates.Unready).All.Count),
            Contender.Of("Stateless, CanFire with unmet guards", () => AskingPeers.WhyNot(From, StatelessPeers.Next, TwelveStates.Unready)!.Count));
        return new Figure("F2  what may I do now, on a 12-state lifecycle", measured, Goals(measured));
    }

    private static Goal[] Goals(IReadOnlyList<Measured> of) =>
    [
        new("all triggers / GetPermittedTriggersAsync", 0.1, of[0].Over(of[2])),
        new("one trigger / CanFire", 0.1, of[4].Over(of[6])),
        new("all triggers, bytes", 0, Spread.Of([of[0].Bytes])),
        new("one trigger, bytes", 0, Spread.Of([of[4].Bytes])),
        new("requirements judged on other threads", 0, Spread.Of([JudgedElsewhere()])),
        new("state of one change, bytes", MostBytesOfState, Spread.Of([EntityMemory.BytesOfState()])),
    ];

    private static int Count(Place<Errand> place, Errand errand)
    {
        var count = 0;
        foreach (var trigger in place.Available(errand))
        {
            count += trigger is null ? 0 : 1;
        }

        return count;
    }

    private static int JudgedElsewhere()
    {
        var threads = new List<int>();
        bool Note()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            return true;
        }

        var here = Requirement.For<int>("errand.thread.other").Says("It is judged here.").IsMetWhen(_ => Note());
        var (first, last) = (TwelveStates.States[0], TwelveStates.States[^1]);
        var place = Lifecycle.Define<int>("threads", 1, table => table.StartsIn(first).In(first).On(TwelveStates.Next).GoTo(last).When(here).EndsIn(last)).At(first)!;
        var answers = place.Available(0).ToValueList().Count + (place.Permits(TwelveStates.Next, 0) ? 1 : 0);
        return answers == threads.Count ? threads.Count(thread => thread != Environment.CurrentManagedThreadId) : answers;
    }

    // A figure without agreement does not count: all must answer alike before anyone is timed.
    private static void Agree()
    {
        Trigger[] triggers = [TwelveStates.Next, TwelveStates.Cancel];
        foreach (var (from, errand) in Enumerable.Range(0, TwelveStates.Count).SelectMany(_ => (Errand[])[TwelveStates.Ready, TwelveStates.Unready], (from, errand) => (from, errand)))
        {
            var place = TwelveStates.Lifecycle.At(TwelveStates.States[from])!;
            var own = place.Available(errand).ToValueList().Select(trigger => Array.IndexOf(triggers, trigger)).Order().ToArray();
            var whyNot = TwelveStates.Lifecycle.Explain(place.State, TwelveStates.Next, errand).Refusals.Select(refusal => refusal.Code);
            if (!own.SequenceEqual(AskingPeers.PermittedAsync(from, errand).Order())
                || !own.SequenceEqual(AskingPeers.Permitted(from, errand).Order())
                || !own.SequenceEqual(Enumerable.Range(0, triggers.Length).Where(trigger => place.Permits(triggers[trigger], errand)))
                || !own.SequenceEqual(Enumerable.Range(0, triggers.Length).Where(trigger => AskingPeers.CanFire(from, trigger, errand)))
                || !whyNot.SequenceEqual(AskingPeers.WhyNot(from, StatelessPeers.Next, errand) ?? ["lifecycle.transition.undefined"]))
            {
                throw new InvalidOperationException($"The contenders disagree in state {from}.");
            }
        }
    }
}
