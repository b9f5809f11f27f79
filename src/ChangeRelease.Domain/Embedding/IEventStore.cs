using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where a host keeps what happened: streams of event records that only ever grow (S-71).</summary>
/// <remarks>
/// <para>What an implementer promises:</para>
/// <list type="bullet">
/// <item><description>
/// <b>Streams never mix.</b> Tenant, kind and key are compared ordinally, each on its own: case counts, nothing is
/// normalized, trimmed or folded, whatever collation the database has. <c>a/b</c> with <c>c</c> is not <c>a</c> with <c>b/c</c>.
/// </description></item>
/// <item><description>
/// <b>A record comes back as it went in,</b> byte for byte and equal to the record given, in the payload above all (S-73): keep
/// it as bytes or as text that the database does not re-render. A store restores with <see cref="EventRecord.Restore"/> and
/// judges no hash, neither on the way in nor on the way out; <see cref="HashChain"/> does.
/// </description></item>
/// <item><description>
/// <b>What was acknowledged stays.</b> Once <see cref="Appended"/> is returned, the records survive what the store says it survives, and
/// every read that begins afterwards, by anyone, finds them.
/// </description></item>
/// <item><description>
/// <b>Any number of callers</b> may use one store at once, and several stores may share one database.
/// </description></item>
/// </list>
/// </remarks>
public interface IEventStore
{
    /// <summary>Appends the outcome of one command to one stream, all of it or nothing, unless the stream has moved on.</summary>
    /// <remarks>
    /// <para>These steps are one atomic act; no other append to the stream takes place between them:</para>
    /// <list type="number">
    /// <item><description>
    /// When the stream holds records of <paramref name="command"/>, the answer is <see cref="AlreadyApplied"/>, whatever the expected version.
    /// The id belongs to its stream: the same id in another stream is another matter. The store does not compare what the
    /// command says now with what it said then; the caller can, by reading the records (S-5).
    /// </description></item>
    /// <item><description>
    /// Otherwise, when the version of the stream is not <paramref name="expectedVersion"/>, the answer is <see cref="Conflict"/>.
    /// </description></item>
    /// <item><description>
    /// Otherwise all records are written, in their order, and the answer is <see cref="Appended"/>. No reader ever sees some of them only.
    /// </description></item>
    /// </list>
    /// <para>
    /// Checking the version first and inserting afterwards, without anything that makes the two one, is not atomic: in a relational
    /// database let a primary key on stream and version, and a unique key on stream and command, decide.
    /// </para>
    /// <para>
    /// Any exception but those below leaves open whether the records were written. The caller sends the same command
    /// again and learns it: <see cref="AlreadyApplied"/> if they were. That is for what nobody foresees: what a database gives up by itself and
    /// may be tried again at once, as a deadlock or a lock that was not got in time, the store tries again by itself.
    /// </para>
    /// </remarks>
    /// <param name="stream">The stream to append to; it need not exist.</param>
    /// <param name="expectedVersion">The version that the stream had when the command was decided; 0 when it had no records.</param>
    /// <param name="command">The command whose outcome the records are.</param>
    /// <param name="records">
    /// The records, at least one: all of this stream and this command, with the versions <paramref name="expectedVersion"/> + 1,
    /// + 2 and so on. The list is not kept.
    /// </param>
    /// <param name="cancellation">
    /// Honored before the act begins, never during it: an append that was canceled has written nothing.
    /// </param>
    /// <returns>What became of it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null. Nothing was written.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expectedVersion"/> is negative. Nothing was written.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="records"/> is empty, holds null, or holds a record of another stream, of another command or with another version than
    /// its place asks for. This is judged before anything else, also when the command was already applied. Nothing was written.
    /// <see cref="AppendBatch.Checked(StreamId, long, CommandId, IReadOnlyList{EventRecord})"/> does it.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested before the act. Nothing was written.</exception>
    ValueTask<AppendResult> AppendAsync(
        StreamId stream,
        long expectedVersion,
        CommandId command,
        IReadOnlyList<EventRecord> records,
        CancellationToken cancellation);

    /// <summary>Reads a stream from a version on, oldest first.</summary>
    /// <remarks>
    /// The versions found are consecutive, beginning with <paramref name="afterVersion"/> + 1. An enumeration finds at least everything
    /// acknowledged before it began; whether it also finds what is appended while it is under way is left to the store. It
    /// may be enumerated again, and then begins again.
    /// </remarks>
    /// <param name="stream">The stream to read; one that does not exist has no records.</param>
    /// <param name="afterVersion">The last version not to return; 0 returns the whole stream. May lie beyond the end: then there is nothing.</param>
    /// <param name="cancellation">Ends the enumeration early.</param>
    /// <returns>The records, in the order of their versions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterVersion"/> is negative.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested; thrown while enumerating.</exception>
    IAsyncEnumerable<EventRecord> ReadAsync(StreamId stream, long afterVersion, CancellationToken cancellation);
}
