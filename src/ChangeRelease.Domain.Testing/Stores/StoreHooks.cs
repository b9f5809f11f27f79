using ChangeRelease.Domain.Embedding;

namespace ChangeRelease.Domain.Testing;

/// <summary>What a host can do to its store that a contract cannot; each hook that is given claims something more.</summary>
/// <typeparam name="TStore">The store.</typeparam>
public sealed record StoreHooks<TStore>
    where TStore : class, IEventStore
{
    /// <summary>Closes the store as an orderly end of the process would, and gives one over the same data.</summary>
    public Func<TStore, ValueTask<TStore>>? Reopen { get; init; }

    /// <summary>
    /// Ends the store as a crash would, so that it loses whatever was not yet safe, and gives one over what is left. An append may be
    /// under way; it may fail, and must not write any more once the hook has returned.
    /// </summary>
    public Func<TStore, ValueTask<TStore>>? Crash { get; init; }

    /// <summary>Gives another one over the same data, as a second process would have it; the first stays in use.</summary>
    public Func<TStore, TStore>? Beside { get; init; }

    /// <summary>Gives the documents beside a store, where the store does not keep them itself; what it gives lives and dies with the store.</summary>
    public Func<TStore, IDocumentStore>? Documents { get; init; }
}
