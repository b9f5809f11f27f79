using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>What is found while a file is read; bounded, so that a hostile file cannot fill the memory.</summary>
internal sealed class FileFaults
{
    private const int Most = 200;
    private const int MostIgnored = 1_000;

    private readonly List<CalendarFileFault> _faults = [];
    private readonly List<IgnoredLine> _ignored = [];
    private int _last;

    public bool IsEmpty => _faults.Count == 0;

    /// <summary>How many were found so far, kept or not.</summary>
    public int Found { get; private set; }

    /// <summary>Whether nothing more is kept, so that looking on is useless.</summary>
    public bool IsFull { get; private set; }

    public ValueList<CalendarFileFault> Faults => IsFull
        ? [.. InOrder(_faults, fault => fault.Line), new("calendar.file.and-more", _last, FormattableString.Invariant($"There are more faults than the {Most} that are listed. Mend these and read again."))]
        : InOrder(_faults, fault => fault.Line);

    public ValueList<IgnoredLine> Ignored => InOrder(_ignored, line => line.Line);

    public void Add(string problem, int line, string message) => Take(new($"calendar.file.{problem}", line, message));

    public void Take(CalendarFileFault fault)
    {
        Found++;
        IsFull |= _faults.Count == Most;
        _last = fault.Line;
        if (!IsFull)
        {
            _faults.Add(fault);
        }
    }

    public void Ignore(int line, string name, string reason)
    {
        if (_ignored.Count < MostIgnored)
        {
            _ignored.Add(new IgnoredLine(line, name, reason));
        }
        else if (_ignored.Count == MostIgnored)
        {
            _ignored.Add(new IgnoredLine(line, "…", "From here on what has no effect is not listed."));
        }
    }

    private static ValueList<T> InOrder<T>(List<T> items, Func<T, int> line) => items.OrderBy(line).ToValueList();
}
