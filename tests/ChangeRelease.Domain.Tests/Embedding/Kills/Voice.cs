using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Kills;

/// <summary>What a process that may be killed at any moment says of its work: line by line, each at once and whole.</summary>
internal sealed class Voice(Stream output)
{
    private readonly Lock _gate = new();

    /// <summary>It is about to append.</summary>
    public void Tries(StreamId stream, long after, CommandId command, int records) => Say(FormattableString.Invariant($"tries\t{stream}\t{after}\t{command}\t{records}"));

    /// <summary>The store has acknowledged.</summary>
    public void Wrote(StreamId stream, long version, CommandId command) => Say(FormattableString.Invariant($"wrote\t{stream}\t{version}\t{command}"));

    /// <summary>The store has answered that it did not append.</summary>
    public void Left(StreamId stream, CommandId command) => Say($"left\t{stream}\t{command}");

    /// <summary>A desk has accepted a command.</summary>
    public void Did(StreamId stream, long version, CommandId command, int events) => Say(FormattableString.Invariant($"did\t{stream}\t{version}\t{command}\t{events}"));

    /// <summary>A thread begins a journey.</summary>
    public void Plays(int thread, Place place) => Say(FormattableString.Invariant($"plays\t{thread}\t{place}"));

    /// <summary>Something is not as it must be.</summary>
    public void Wrong(string what) => Say($"wrong\t{what.ReplaceLineEndings(" ")}");

    private void Say(string line)
    {
        var bytes = Encoding.UTF8.GetBytes($"{line}\n");
        lock (_gate)
        {
            output.Write(bytes);
            output.Flush();
        }
    }
}
