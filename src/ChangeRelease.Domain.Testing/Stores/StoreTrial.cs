using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Testing;

/// <summary>One store under one check: what it is called with, and what it should have answered.</summary>
internal sealed partial class StoreTrial
{
    private readonly StoreOpening _opening;
    private readonly string _tenants;
    private readonly ConcurrentQueue<string> _calls = [];
    private Lazy<IDocumentStore> _documents;

    private StoreTrial(StoreOpening opening, StoreContractSettings settings, long seed)
    {
        (_opening, Settings, Seed) = (opening, settings, seed);
        _tenants = FormattableString.Invariant($"{settings.Tenants}-{opening.Next()}");
        Take(opening.Open());
    }

    public IEventStore Store { get; private set; }

    public IEventFeed Feed => (IEventFeed)Store;

    public IOutbox Outbox => (IOutbox)Store;

    /// <summary>The documents beside the store; as long as the store lives, the same, also for those who race for them.</summary>
    public IDocumentStore Documents => _documents.Value;

    public StoreContractSettings Settings { get; }

    public long Seed { get; }

    public StoreCapability Claims => _opening.Claims;

    /// <summary>The calls so far, for people.</summary>
    public ValueList<string> Calls => _calls.ToValueList();

    /// <summary>Tries a check on a store of its own; how it was broken, or null.</summary>
    public static async Task<StoreBreach?> BreachAsync(StoreCheck check, StoreOpening opening, StoreContractSettings settings, long seed)
    {
        var trial = new StoreTrial(opening, settings, seed);
        try
        {
            await Task.Run(() => check.Run(trial)).WaitAsync(settings.Limit).ConfigureAwait(false);
            return null;
        }
        catch (SequenceMisdeed misdeed)
        {
            return new StoreBreach(misdeed.Cause.Did, misdeed.Cause.Due, misdeed.Calls, seed, misdeed.Generated);
        }
        catch (Misdeed misdeed)
        {
            return new StoreBreach(misdeed.Did, misdeed.Due, trial.Calls, null, null);
        }
        catch (TimeoutException)
        {
            return new StoreBreach(
                FormattableString.Invariant($"The trial was not over after {settings.Limit.TotalSeconds} s: a call waits for ever, or all of them together take longer."),
                "It should have answered each call in time. A store that is right and slow needs a greater StoreContractSettings.Limit, or fewer Rounds.",
                trial.Calls,
                null,
                null);
        }
        catch (Exception thrown)
        {
            var misdeed = Misdeed.Threw(thrown, "It should not have failed.");
            return new StoreBreach(misdeed.Did, misdeed.Due, trial.Calls, null, null);
        }
        finally
        {
            await CloseAsync(trial.Store).ConfigureAwait(false);
        }
    }

    /// <summary>A trial of its own, on a store of its own, as long as an act takes.</summary>
    public async Task ApartAsync(Func<StoreTrial, Task> act)
    {
        var trial = new StoreTrial(_opening, Settings, Seed);
        try
        {
            await act(trial).ConfigureAwait(false);
        }
        finally
        {
            await CloseAsync(trial.Store).ConfigureAwait(false);
        }
    }

    public StreamId Stream(string key = "CHG-1", string kind = "change", string tenant = "") =>
        new(new TenantId(_tenants + tenant), kind, key);

    public DocumentKey Document(string name = "nights", string kind = "calendar", string tenant = "") =>
        new(new TenantId(_tenants + tenant), kind, name);

    /// <summary>Whether a tenant is one of this trial.</summary>
    public bool IsOwn(TenantId tenant) => tenant.Value == _tenants || tenant.Value.StartsWith($"{_tenants}-", StringComparison.Ordinal);

    /// <summary>What is said of a stream: without the number of the trial.</summary>
    public string NameOf(StreamId stream) => NameOf(stream.ToString());

    public string NameOf(string name) => name.Replace(_tenants, Settings.Tenants, StringComparison.Ordinal);

    public void Note(string call) => _calls.Enqueue(call);

    public async Task ReopenAsync()
    {
        Note("close it, and open it again");
        Take(await _opening.Reopen(Store).ConfigureAwait(false));
    }

    public async Task CrashAsync()
    {
        Note("let it crash, and open it again");
        Take(await _opening.Crash(Store).ConfigureAwait(false));
    }

    /// <summary>The store, and another over the same data where there can be one.</summary>
    public IReadOnlyList<IEventStore> Several() =>
        Claims.HasFlag(StoreCapability.Sharing) ? [Store, _opening.Beside(Store)] : [Store];

    /// <summary>Closes all of <see cref="Several"/> but the first.</summary>
    public static async Task CloseOthersAsync(IReadOnlyList<IEventStore> stores)
    {
        foreach (var other in stores.Skip(1))
        {
            await CloseAsync(other).ConfigureAwait(false);
        }
    }

    public static async Task CloseAsync(IEventStore store)
    {
        switch (store)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }

    [MemberNotNull(nameof(Store), nameof(_documents))]
    private void Take(IEventStore store)
    {
        Store = store;
        _documents = new Lazy<IDocumentStore>(() => _opening.Documents(store));
    }
}
