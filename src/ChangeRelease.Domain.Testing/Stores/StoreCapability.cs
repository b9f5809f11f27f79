namespace ChangeRelease.Domain.Testing;

/// <summary>What a store can do beyond appending and reading; what it does not claim is reported as not checked.</summary>
[Flags]
public enum StoreCapability
{
    /// <summary>Nothing beyond <see cref="Embedding.IEventStore"/>.</summary>
    None = 0,

    /// <summary>It keeps its data when it is closed and opened again: claimed by <see cref="StoreHooks{TStore}.Reopen"/>.</summary>
    Reopening = 1,

    /// <summary>It keeps what it acknowledged when it dies: claimed by <see cref="StoreHooks{TStore}.Crash"/>.</summary>
    Crashing = 2,

    /// <summary>Several of it work on the same data at once: claimed by <see cref="StoreHooks{TStore}.Beside"/>.</summary>
    Sharing = 4,

    /// <summary>It tells everything in one order: claimed by <see cref="Embedding.IEventFeed"/>.</summary>
    Feed = 8,

    /// <summary>It keeps what is to be told together with what happened: claimed by <see cref="Embedding.IOutbox"/>.</summary>
    Outbox = 16,

    /// <summary>There are versioned documents beside it: claimed by <see cref="StoreHooks{TStore}.Documents"/>, or by <see cref="Embedding.IDocumentStore"/>.</summary>
    Documents = 32,
}
