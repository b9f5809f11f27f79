using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.History;

/// <summary>Walks along the lines of a history file and keeps what is wrong; what it remembers grows with the streams only.</summary>
internal sealed class FileWalk(IEnumerable<KeptCheckpoint> checkpoints, HistoryLimits limits)
{
    private readonly HistoryVerifier _verifier = new(checkpoints, limits);
    private readonly LineWriter _writer = new();
    private readonly List<LineFault> _faults = [];
    private readonly List<StreamHead> _heads = [];
    private Stage _stage = Stage.Beginning;
    private (Checkpoint Checkpoint, long Line)? _checkpoint;
    private LineFault? _fault;
    private HistoryBreak? _break;
    private long _faultsFound;
    private long _records;
    private long _line;

    private enum Stage
    {
        Beginning,
        Checkpoint,
        Heads,
        Records,
        Ended,
    }

    /// <summary>Whether nothing further can be judged.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The next line.</summary>
    /// <returns>The record that stands in it; null when none does that can be read.</returns>
    public EventRecord? Step(SourceLine line)
    {
        (_line, _fault, _break) = (line.Number, null, null);
        var read = line.IsTooLong ? null : FileLineReader.Read(line.Bytes.Span);
        Note(line.IsTooLong, LineFaultKind.TooLong);
        Note(read is null && !line.IsTooLong && _stage != Stage.Beginning, LineFaultKind.Unreadable);
        Note(read is not null && _stage != Stage.Beginning && !IsSpelled(read, line), LineFaultKind.SpelledOtherwise);
        Take(read, line);
        return (read as RecordLine)?.Record;
    }

    /// <summary>Why the line just read is not taken in; null when it is.</summary>
    public string? Refusal(bool isAsFound) => _fault?.ToString() ?? (isAsFound ? null : _break?.ToString());

    public HistoryFileVerdict Finish()
    {
        Note(_stage != Stage.Ended && !IsOver, LineFaultKind.EndMissing);
        return new HistoryFileVerdict(_verifier.Finish(), _checkpoint?.Checkpoint, _faults.ToValueList(), _faultsFound);
    }

    private bool IsSpelled(FileLine read, SourceLine line) => line.IsEnded && read.Write(_writer).Written.Span.SequenceEqual(line.Bytes.Span);

    private void Take(FileLine? read, SourceLine line)
    {
        switch (read)
        {
            case var first when _stage == Stage.Beginning:
                IsOver = !HeaderLine.Known.Equals(first) || !IsSpelled(first, line);
                Note(IsOver, LineFaultKind.FormatUnknown);
                _stage = Stage.Checkpoint;
                break;
            case CheckpointLine { Checkpoint: var checkpoint, Digest: var digest } when _stage == Stage.Checkpoint:
                Note(checkpoint.Digest != digest, LineFaultKind.CheckpointMismatch);
                (_checkpoint, _stage) = ((checkpoint, line.Number), Stage.Heads);
                break;
            case HeadLine { Head: var head } when _stage == Stage.Heads:
                _heads.Add(head);
                Limit(_heads.Count > limits.Streams);
                break;
            case RecordLine { Record: var record } when _stage < Stage.Ended:
                TakeRecord(record);
                break;
            case EndLine end when _stage < Stage.Ended:
                TakeHeads();
                Note(!end.Equals(Totals()), LineFaultKind.TotalsDiffer);
                _stage = Stage.Ended;
                break;
            default:
                Note(read is not null, LineFaultKind.OutOfPlace);
                break;
        }
    }

    private EndLine Totals()
    {
        var heads = _verifier.Heads();
        return new EndLine(_records, heads.All.Count, heads.Root);
    }

    private void TakeRecord(EventRecord record)
    {
        TakeHeads();
        _records++;
        _stage = Stage.Records;
        Limit(!_verifier.IsKnown(record.Stream) && _verifier.Streams >= limits.Streams);
        if (!IsOver && _verifier.Step(record.Stream, record, _line) is [var first, ..])
        {
            _break = new HistoryBreak(record.Stream, first, _line);
        }
    }

    // The heads are all there once something else follows; only those that the checkpoint stands for are believed.
    private void TakeHeads()
    {
        if (_stage == Stage.Heads && _checkpoint is { } kept)
        {
            var heads = _heads.DistinctBy(head => head.Stream).Count() == _heads.Count ? StreamHeads.Of(_heads) : null;
            var isRight = heads is not null && heads.Root == kept.Checkpoint.Root && heads.All.Count == kept.Checkpoint.Streams;
            Note(!isRight, LineFaultKind.HeadsDiffer, kept.Line);
            _verifier.Expect(isRight ? heads! : StreamHeads.None);
            _heads.Clear();
        }
    }

    private void Limit(bool isReached)
    {
        IsOver |= isReached;
        Note(isReached, LineFaultKind.TooManyStreams);
    }

    private void Note(bool isWrong, LineFaultKind kind, long? line = null)
    {
        if (!isWrong)
        {
            return;
        }

        _faultsFound++;
        _fault ??= new LineFault(line ?? _line, kind);
        if (_faults.Count < limits.Findings)
        {
            _faults.Add(new LineFault(line ?? _line, kind));
        }
    }
}
