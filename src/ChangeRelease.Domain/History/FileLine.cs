using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>A line of a history file: a closed family, each member of which knows how it is written.</summary>
internal abstract record FileLine
{
    private protected FileLine()
    {
    }

    public abstract LineWriter Write(LineWriter to);
}

/// <summary>The first line.</summary>
internal sealed record HeaderLine(string Format, long Version) : FileLine
{
    public static HeaderLine Known { get; } = new("change-release.history", 1);

    public override LineWriter Write(LineWriter to) => to.Begin().Text("format", Format).Number("version", Version).End();
}

/// <summary>A checkpoint; its heads follow.</summary>
internal sealed record CheckpointLine(Checkpoint Checkpoint, Digest Digest) : FileLine
{
    public override LineWriter Write(LineWriter to) => to.Begin()
        .Number("checkpoint", Checkpoint.Number)
        .Number("at", FrameWriter.Microseconds(Checkpoint.At))
        .Number("streams", Checkpoint.Streams)
        .Text("root", Checkpoint.Root.Hex)
        .Text("previous", Checkpoint.Previous.Hex)
        .Text("digest", Digest.Hex)
        .End();
}

/// <summary>A head that the checkpoint stands for.</summary>
internal sealed record HeadLine(StreamHead Head) : FileLine
{
    public override LineWriter Write(LineWriter to) => to.Begin()
        .Text("head", Head.Stream.ToString())
        .Number("length", Head.Length)
        .Text("hash", Head.Hash.Hex)
        .End();
}

/// <summary>A record.</summary>
internal sealed record RecordLine(EventRecord Record) : FileLine
{
    public override LineWriter Write(LineWriter to)
    {
        to.Begin()
            .Text("stream", Record.Stream.ToString())
            .Number("version", Record.Version)
            .Number("at", FrameWriter.Microseconds(Record.At))
            .Text("actor", Record.Actor.Value)
            .Text("command", Record.Command.Value);
        return (Record.Causation is { } causation ? to.Text("causation", causation.Value) : to.Nothing("causation"))
            .Text("type", Record.Type)
            .Bytes("payload", "payloadBytes", Record.Payload.Span)
            .Text("previous", Record.PreviousHash.Hex)
            .Text("hash", Record.Hash.Hex)
            .End();
    }
}

/// <summary>The last line: how much there was.</summary>
internal sealed record EndLine(long Records, long Streams, Digest Root) : FileLine
{
    public override LineWriter Write(LineWriter to) => to.Begin().Number("records", Records).Number("streams", Streams).Text("root", Root.Hex).End();
}
