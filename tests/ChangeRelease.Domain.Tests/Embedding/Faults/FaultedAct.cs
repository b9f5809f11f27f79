using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Tests.Promises;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>A command that is handed in again and again from the same beginning, with faults, and what it comes to without any.</summary>
internal sealed class FaultedAct
{
    private readonly Scene _scene;
    private readonly Func<IEventStore, IEventStore> _beneath;
    private readonly IReadOnlyList<string> _before;
    private readonly IReadOnlyList<string> _after;
    private readonly Answer _answer;

    private FaultedAct(Scene scene, Func<IEventStore, IEventStore> beneath, IReadOnlyList<string> calls, Answer answer, IReadOnlyList<EventRecord> after)
    {
        (_scene, _beneath, Calls, _answer) = (scene, beneath, calls, answer);
        (_before, _after) = (Sight.Of(scene.Before.Records, scene.Now), Sight.Of(after, scene.Now));
    }

    /// <summary>The calls that it makes at the ports when none breaks.</summary>
    public IReadOnlyList<string> Calls { get; }

    public static async Task<FaultedAct> BeginAsync(Scene scene, Func<IEventStore, IEventStore> beneath)
    {
        using var breakage = new Breakage(0, BreakWay.Before);
        var store = await scene.Before.Restored();
        var answer = await HandAsync(scene, store, breakage) ?? throw new InvalidOperationException("Nothing breaks.");
        return new FaultedAct(scene, beneath, breakage.Calls, answer, (await Snapshot.Of(store)).Records);
    }

    /// <summary>Breaks calls, each of another attempt, looks, sends the command again, and looks again; says what had become of it.</summary>
    public async Task<string> BreakAsync((int Call, BreakWay Way)[] faults, Findings findings, bool isSomebodyRefused = false)
    {
        var where = $"{_scene}, {string.Join(", ", faults.Select(fault => FormattableString.Invariant($"{fault.Way} call {fault.Call}")))} ({Calls[faults[0].Call - 1]})";
        var (store, isDone, told) = (await _scene.Before.Restored(), false, (Answer?)null);
        foreach (var (call, way) in faults)
        {
            using var breakage = new Breakage(call, way);
            told = await HandAsync(_scene, _beneath(store), breakage);
            Differs(told is not null && told != Expected(isDone), $"{where}: answers {told}", findings);
            isDone = await LookAsync(store, where, findings);
            Differs(told is not null && !isDone, $"{where}: is answered and was not done", findings);
        }

        store = isSomebodyRefused ? await RefusedAsync(store) : store;
        var again = await _scene.Errand.HandInAsync(new Ports(store, _scene.Facts, _scene, _scene.Settings), _scene.Name);
        var seen = (await Snapshot.Of(store)).Records;
        Differs(again != Expected(isDone), $"{where}: sent again, answers {again}", findings);
        Compare(_after, seen, $"{where}: sent again, ends with", findings);
        Differs(seen.GroupBy(record => record.Stream).Any(stream => !HashChain.Verify(stream.Key, [.. stream]).IsIntact), $"{where}: a chain is broken", findings);
        return told is not null ? "done all the same" : isDone ? "taken effect before the fault" : "not taken effect";
    }

    private static async Task<Answer?> HandAsync(Scene scene, IEventStore store, Breakage breakage)
    {
        var ports = new Ports(new BreakingStore(store, breakage), Toll<IFactSource>.Before(scene.Facts, breakage), Toll<IClock>.Before(scene, breakage), scene.Settings);
        try
        {
            return await scene.Errand.HandInAsync(ports, scene.Name, breakage.Ending);
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

    /// <summary>Whether it has taken effect; if not, nothing may be otherwise than before.</summary>
    private async Task<bool> LookAsync(InMemoryEventStore store, string where, Findings findings)
    {
        var seen = (await Snapshot.Of(store)).Records;
        if (seen.Any(record => record.Stream == _scene.Errand.Stream && record.Command == _scene.Name))
        {
            return true;
        }

        Compare(_before, seen, $"{where}: not done, and leaves", findings);
        return false;
    }

    // Whoever is refused may finish what was left unfinished, and nothing else; what a stranger is allowed to do is left out.
    private async Task<InMemoryEventStore> RefusedAsync(InMemoryEventStore store)
    {
        var copy = await (await Snapshot.Of(store)).Restored();
        var answer = await (_scene.Errand with { Actor = Premises.Stranger }).HandInAsync(new Ports(copy, _scene.Facts, _scene, _scene.Settings), new CommandId("stranger"));
        return answer.IsAccepted ? store : copy;
    }

    private Answer Expected(bool isDone) => isDone ? _answer with { Events = 0 } : _answer;

    private void Compare(IReadOnlyList<string> expected, IReadOnlyList<EventRecord> found, string what, Findings findings)
    {
        if (Sight.Difference(expected, Sight.Of(found, _scene.Now)) is { } difference)
        {
            findings.Differ($"{what} {difference}");
        }
    }

    private static void Differs(bool isSo, string what, Findings findings)
    {
        if (isSo)
        {
            findings.Differ(what);
        }
    }
}
