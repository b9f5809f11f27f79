using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Testing;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>A refused command changes nothing, and one that failed has changed nothing or all of it, which sending it again finds out (P3).</summary>
/// <param name="beneath">What lies between the ports that break and the store in memory; nothing but for tests of this.</param>
internal sealed class FaultPromise(Func<IEventStore, IEventStore>? beneath = null) : IPromise
{
    private const int MostFaults = 3;

    private readonly Func<IEventStore, IEventStore> _beneath = beneath ?? (store => store);

    /// <summary>Every command of the journeys, as it was handed in when nothing broke.</summary>
    public IReadOnlyList<Scene> Scenes { get; } = [.. ChangeOutings.All, .. ReleaseOutings.All, .. TemplateOutings.All, .. OtherOutings.All];

    public string Claim => "A refused command appends nothing; one that failed has changed nothing that anybody can see or has taken effect whole, and sent again comes to what it comes to without a fault.";

    public int Wholes => Scenes.Count + 1;

    public int SizeOfPart => 100;

    public void Walk(int part, Findings findings)
    {
        if (part == Scenes.Count)
        {
            CheckpointFaults.WalkAsync(findings).GetAwaiter().GetResult();
        }
        else
        {
            WalkAsync(Scenes[part], findings).GetAwaiter().GetResult();
        }
    }

    /// <summary>Several faults in a row, and somebody else who is refused in between.</summary>
    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        for (var at = 0; at < batch.Size; at++)
        {
            var scene = Scenes[dice.Next(Scenes.Count)];
            var act = FaultedAct.BeginAsync(scene, _beneath).GetAwaiter().GetResult();
            var faults = Enumerable.Range(0, dice.Next(2, MostFaults + 1)).Select(_ => (dice.Next(1, act.Calls.Count + 1), (BreakWay)dice.Next(3))).ToArray();
            findings.Check();
            findings.Count($"{scene.Errand.Room}: several faults, {act.BreakAsync(faults, findings, isSomebodyRefused: true).GetAwaiter().GetResult()}");
        }
    }

    private async Task WalkAsync(Scene scene, Findings findings)
    {
        var act = await FaultedAct.BeginAsync(scene, _beneath);
        for (var call = 1; call <= act.Calls.Count; call++)
        {
            foreach (var way in Enum.GetValues<BreakWay>())
            {
                findings.Check();
                findings.Count($"{scene.Errand.Room}: {await act.BreakAsync([(call, way)], findings)}");
                findings.Count($"port: {act.Calls[call - 1]}");
            }
        }

        await RefuseAsync(scene, findings);
    }

    /// <summary>Hands in what is refused here: whatever the journey does elsewhere, by whom it may not be done, without the facts, and under a name that is taken.</summary>
    private async Task RefuseAsync(Scene scene, Findings findings)
    {
        var fresh = new CommandId("fresh");
        foreach (var errand in Scenes.Where(other => other.Journey == scene.Journey).Select(other => other.Errand).Distinct())
        {
            await RefuseAsync(scene, errand, fresh, scene.Facts, findings);
            await RefuseAsync(scene, errand with { Actor = Premises.Stranger }, fresh, scene.Facts, findings);
            await RefuseAsync(scene, errand, fresh, new FactBook(), findings);
            if (scene.Before.Records.LastOrDefault(record => record.Stream == errand.Stream) is { } last)
            {
                await RefuseAsync(scene, errand, last.Command, scene.Facts, findings);
            }
        }
    }

    private static async Task RefuseAsync(Scene scene, Errand errand, CommandId name, FactBook facts, Findings findings)
    {
        var store = new RecordingStore(await scene.Before.Restored());
        var answer = await errand.HandInAsync(new Ports(store, facts, scene, scene.Settings), name);
        if (answer.IsAccepted)
        {
            return;
        }

        findings.Check();
        findings.Count($"{errand.Room}: refused");
        foreach (var code in answer.Codes.Split(' ').Distinct())
        {
            findings.Count($"code: {code}");
        }

        if (store.Calls.Any(call => call is AppendCall))
        {
            findings.Differ($"{scene}: {errand} is refused ({answer.Codes}), and something is appended");
        }
    }
}
