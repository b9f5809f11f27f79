using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Testing;

/// <summary>Generated sequences of calls, compared with a model and made shorter when they find something.</summary>
internal static class SequenceChecks
{
    private const int MostTries = 400;

    public static StoreCheck[] All { get; } =
    [
        new(
            "store.sequence.differs",
            "Whatever is called in whatever order, the store answers as the model does.",
            "Two of the promises above hold alone and not together; look at the last call.",
            RunAsync) { IsSeeded = true },
    ];

    private static async Task RunAsync(StoreTrial trial)
    {
        var plans = new SequenceMaker(trial.Seed, trial.Claims).Make(trial.Settings.Calls);
        if (await SequenceRun.FindAsync(trial, plans).ConfigureAwait(false) is { } found)
        {
            var shortest = await ShortestAsync(trial, plans, found).ConfigureAwait(false);
            throw new SequenceMisdeed(shortest.Misdeed, shortest.Calls, plans.Count);
        }
    }

    // Takes calls away as long as something is still found, then makes plainer what is left.
    private static async Task<(Misdeed Misdeed, ValueList<string> Calls)> ShortestAsync(
        StoreTrial trial, List<StoreCallPlan> plans, (Misdeed Misdeed, ValueList<string> Calls) found)
    {
        var (tries, hasShrunk) = (0, true);
        while (hasShrunk)
        {
            hasShrunk = false;
            foreach (var candidate in Shorter(plans))
            {
                if (++tries > MostTries)
                {
                    return found;
                }

                if (await SequenceRun.FindAsync(trial, candidate).ConfigureAwait(false) is { } again)
                {
                    (plans, found, hasShrunk) = (candidate, again, true);
                    break;
                }
            }
        }

        return found;
    }

    private static IEnumerable<List<StoreCallPlan>> Shorter(List<StoreCallPlan> plans)
    {
        for (var length = plans.Count / 2; length > 0; length /= 2)
        {
            for (var from = plans.Count - length; from >= 0; from -= length)
            {
                yield return [.. plans.Take(from), .. plans.Skip(from + length)];
            }
        }

        foreach (var (plan, at) in plans.Select((plan, at) => (plan, at)))
        {
            foreach (var plainer in plan.Plainer)
            {
                yield return [.. plans.Take(at), plainer, .. plans.Skip(at + 1)];
            }
        }
    }
}
