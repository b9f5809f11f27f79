using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>A store that keeps what is to be told to others together with what happened, so that neither is there without the other (S-71). A store need not have it.</summary>
/// <remarks>
/// A message is delivered at least once: who delivers reads what is pending, delivers it, and settles it; who dies in between delivers it again.
/// Stream, command and number name a message, so that its receiver can tell.
/// </remarks>
public interface IOutbox : IEventStore
{
    /// <summary>Appends as <see cref="IEventStore.AppendAsync"/> does, and puts messages into the outbox in the same act.</summary>
    /// <remarks>
    /// Whenever the records can be read, the messages are pending or were settled; whenever a message is pending, its records can be read. Where the answer is
    /// not <see cref="Appended"/>, no message is put in.
    /// </remarks>
    /// <param name="stream">The stream to append to.</param>
    /// <param name="expectedVersion">The version that the stream had when the command was decided.</param>
    /// <param name="command">The command whose outcome the records are.</param>
    /// <param name="records">The records, at least one.</param>
    /// <param name="messages">The messages, numbered from 1 on without a gap; may be empty. The list is not kept.</param>
    /// <param name="cancellation">Honored before the act begins, never during it.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null. Nothing was written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expectedVersion"/> is negative. Nothing was written.</exception>
    /// <exception cref="ArgumentException">
    /// The records are not the outcome of that command at that version, or a message is null, of another stream or command, or
    /// numbered otherwise than its place asks for. Nothing was written.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested before the act. Nothing was written.</exception>
    ValueTask<AppendResult> AppendAsync(
        StreamId stream,
        long expectedVersion,
        CommandId command,
        IReadOnlyList<EventRecord> records,
        IReadOnlyList<OutboxMessage> messages,
        CancellationToken cancellation);

    /// <summary>Reads the messages that are not settled, of all tenants.</summary>
    /// <param name="cancellation">Ends the enumeration early.</param>
    /// <returns>The messages; those of one stream come in the order in which they were put in.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested; thrown while enumerating.</exception>
    IAsyncEnumerable<OutboxMessage> ReadPendingAsync(CancellationToken cancellation);

    /// <summary>Settles a message: it was delivered, and is never pending again. One that is settled already, or was never there, stays as it is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Honored before the act begins.</param>
    /// <returns>A task that ends when it is settled for good.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested before the act.</exception>
    ValueTask SettleAsync(OutboxMessage message, CancellationToken cancellation);
}
