using ChangeRelease.Domain.Embedding;

namespace ChangeRelease.Domain.Testing;

/// <summary>How stores come and go, whatever their type.</summary>
internal sealed record StoreOpening(
    StoreCapability Claims,
    Func<IEventStore> Open,
    Func<IEventStore, ValueTask<IEventStore>> Reopen,
    Func<IEventStore, ValueTask<IEventStore>> Crash,
    Func<IEventStore, IEventStore> Beside,
    Func<IEventStore, IDocumentStore> Documents)
{
    private int _opened;

    public static StoreOpening Of<TStore>(Func<TStore> open, StoreHooks<TStore> hooks)
        where TStore : class, IEventStore => new(
            ClaimsOf(hooks),
            () => Given(open(), nameof(open)),
            async store => Given(await hooks.Reopen!((TStore)store).ConfigureAwait(false), nameof(hooks.Reopen)),
            async store => Given(await hooks.Crash!((TStore)store).ConfigureAwait(false), nameof(hooks.Crash)),
            store => Given(hooks.Beside!((TStore)store), nameof(hooks.Beside)),
            store => hooks.Documents is { } documents ? Given(documents((TStore)store), nameof(hooks.Documents)) : (IDocumentStore)store);

    /// <summary>A number that no other trial has.</summary>
    public int Next() => Interlocked.Increment(ref _opened);

    private static StoreCapability ClaimsOf<TStore>(StoreHooks<TStore> hooks)
        where TStore : class, IEventStore =>
        If(hooks.Reopen is not null, StoreCapability.Reopening)
        | If(hooks.Crash is not null, StoreCapability.Crashing)
        | If(hooks.Beside is not null, StoreCapability.Sharing)
        | If(typeof(TStore).IsAssignableTo(typeof(IEventFeed)), StoreCapability.Feed)
        | If(typeof(TStore).IsAssignableTo(typeof(IOutbox)), StoreCapability.Outbox)
        | If(hooks.Documents is not null || typeof(TStore).IsAssignableTo(typeof(IDocumentStore)), StoreCapability.Documents);

    private static T Given<T>(T? store, string by)
        where T : class => store ?? throw new InvalidOperationException($"{by} gave null where a store was due; that is the host's doing, not the store's.");

    private static StoreCapability If(bool isClaimed, StoreCapability capability) => isClaimed ? capability : StoreCapability.None;
}
