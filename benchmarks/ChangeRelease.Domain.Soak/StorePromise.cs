using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Testing;
using ChangeRelease.Domain.Testing.Tests.Stores;
using ChangeRelease.Domain.Testing.Tests.Stores.Faults;
using ChangeRelease.Domain.Tests.Promises;
using OwnStorage;

namespace ChangeRelease.Domain.Soak;

/// <summary>Good stores keep their contract in long races and under many seeds; every faulty one is caught as the contract is given out.</summary>
internal sealed class StorePromise : IPromise, IDisposable
{
    private const int Rounds = 200;

    private readonly Folder _folder = new();
    private readonly (string Name, StoreContract Contract)[] _good;
    private readonly StoreCheck[] _checks = [.. StoreContract.AllChecks.Where(check => check.Code != Sequences.Code)];

    public StorePromise() => _good =
    [
        ("in memory", StoreContract.For(() => new InMemoryEventStore(), new StoreHooks<InMemoryEventStore> { Beside = store => store, Documents = _ => new InMemoryDocumentStore() })),
        ("plain", Contracts.Over(disk => new PlainStore(disk))),
        ("SQLite", Tour.ContractOf(_folder)),
    ];

    public string Claim => "The store contract bites: every faulty store is caught, by each check that is there for it, and good stores pass.";

    public int Wholes => AllFaults.All.Count + (_good.Length * _checks.Length);

    public int SizeOfPart => 25;

    private static StoreCheck Sequences { get; } = StoreContract.AllChecks.Single(check => check.Code == "store.sequence.differs");

    public void Walk(int part, Findings findings)
    {
        if (part < AllFaults.All.Count)
        {
            Catch(AllFaults.All[part], findings);
        }
        else
        {
            var (store, check) = Math.DivRem(part - AllFaults.All.Count, _checks.Length);
            Pass(_good[store], _checks[check], new StoreContractSettings { Rounds = Rounds, Limit = TimeSpan.FromMinutes(10) }, findings);
        }
    }

    public void Walk(Batch batch, Findings findings)
    {
        foreach (var good in _good)
        {
            Pass(good, Sequences, new StoreContractSettings { FirstSeed = (long)batch.Number * SizeOfPart, Seeds = batch.Size }, findings);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void Catch(Fault fault, Findings findings)
    {
        var broken = fault.Contract.RunAsync().GetAwaiter().GetResult().Broken.Select(verdict => verdict.Check.Code).ToList();
        findings.Check();
        findings.Count(broken.Count > 0 ? "faulty stores caught" : "faulty stores not caught");
        if (fault.Codes.Except(broken).ToList() is { Count: > 0 } missed)
        {
            findings.Differ($"{fault}: not caught by {string.Join(", ", missed)}");
        }
    }

    private static void Pass((string Name, StoreContract Contract) good, StoreCheck check, StoreContractSettings settings, Findings findings)
    {
        var verdict = good.Contract.With(settings).TryAsync(check).GetAwaiter().GetResult();
        findings.Check(verdict.Trials);
        findings.Count($"{good.Name}: {(verdict.IsUnchecked ? "checks not claimed" : check == Sequences ? "seeds passed" : "checks passed")}", verdict.IsUnchecked ? 1 : verdict.Breach is null ? verdict.Trials : 0);
        if (verdict.Breach is not null)
        {
            findings.Differ($"{good.Name}: {verdict}");
        }
    }
}
