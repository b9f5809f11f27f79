using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>The desk of history writes checkpoints to a sink, and nothing to the store: the same faults there.</summary>
internal static class CheckpointFaults
{
    public static async Task WalkAsync(Findings findings)
    {
        foreach (var scene in TemplateOutings.All.Where((_, place) => place % 10 == 9))
        {
            using var none = new Breakage(0, BreakWay.Before);
            var expected = await TakeAsync(scene, await scene.Before.Restored(), new InMemoryCheckpointSink(), none) ?? throw new InvalidOperationException("Nothing breaks.");
            for (var call = 1; call <= none.Calls.Count; call++)
            {
                foreach (var way in Enum.GetValues<BreakWay>())
                {
                    findings.Check();
                    findings.Count($"port: {none.Calls[call - 1]}");
                    findings.Count($"history: {await BreakAsync(scene, call, way, expected, findings)}");
                }
            }
        }
    }

    private static async Task<string> BreakAsync(Scene scene, int call, BreakWay way, CheckpointOutcome expected, Findings findings)
    {
        var (store, sink) = (await scene.Before.Restored(), new InMemoryCheckpointSink());
        using var breakage = new Breakage(call, way);
        var told = await TakeAsync(scene, store, sink, breakage);
        var isKept = sink.All.Count > 0;
        using var none = new Breakage(0, BreakWay.Before);
        var again = await TakeAsync(scene, store, sink, none);
        if (again!.Kept != expected.Kept || again.IsNew == isKept || (told is not null && told.Kept != expected.Kept) || sink.All.Count != 1
            || Sight.Difference(Sight.Of(scene.Before.Records, scene.Now), Sight.Of((await Snapshot.Of(store)).Records, scene.Now)) is not null)
        {
            findings.Differ(FormattableString.Invariant($"A checkpoint of {scene}, {way} call {call}: {again}"));
        }

        return told is not null ? "done all the same" : isKept ? "taken effect before the fault" : "not taken effect";
    }

    private static async Task<CheckpointOutcome?> TakeAsync(Scene scene, IEventStore store, ICheckpointSink sink, Breakage breakage)
    {
        var desk = new HistoryDesk(new BreakingStore(store, breakage), Toll<ICheckpointSink>.Before(sink, breakage), Toll<IClock>.Before(scene, breakage));
        try
        {
            return await desk.TakeAsync(scene.Before.Records.Select(record => record.Stream).Distinct(), breakage.Ending);
        }
        catch (IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (breakage.HasBroken)
        {
            return null;
        }
    }
}
