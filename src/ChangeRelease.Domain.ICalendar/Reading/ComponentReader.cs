namespace ChangeRelease.Domain.ICalendar;

/// <summary>Puts lines into components.</summary>
internal sealed class ComponentReader(CalendarFileLimits limits, FileFaults faults)
{
    private readonly Stack<Component> _open = [];
    private Component? _root;

    /// <summary>The calendar, or null when there is none that can be looked at further.</summary>
    public Component? Read(IReadOnlyList<ContentLine> lines)
    {
        foreach (var line in lines)
        {
            if (!Take(line))
            {
                return null;
            }
        }

        if (_open.TryPeek(out var left))
        {
            faults.Add("no-end", left.Line, $"Nothing ends the {Shown.Of(left.Name)} that begins here. Write its END.");
        }
        else if (_root is null)
        {
            faults.Add("no-calendar", 1, "There is no calendar. Write BEGIN:VCALENDAR and END:VCALENDAR around it.");
        }

        return _root;
    }

    /// <summary>Whether it makes sense to go on.</summary>
    private bool Take(ContentLine line) => line.Name switch
    {
        "BEGIN" => Begin(line),
        "END" => End(line),
        _ when _open.TryPeek(out var component) => Add(component, line),
        _ => Fault("outside", line, "The line stands outside of the calendar. Take it out, or into it."),
    };

    private bool Begin(ContentLine line)
    {
        var component = new Component(line.Value.Trim().ToUpperInvariant(), line.Number);
        if (_open.Count == limits.Depth)
        {
            return Fault("too-deep", line, FormattableString.Invariant($"Components stand in each other more than {limits.Depth} deep."));
        }

        if (!_open.TryPeek(out var parent) && (_root is not null || component.Name != "VCALENDAR"))
        {
            return Fault("outside", line, _root is null ? "A file begins with BEGIN:VCALENDAR." : "A file holds one calendar. Split it.");
        }

        parent?.Children.Add(component);
        _root ??= component;
        _open.Push(component);
        return true;
    }

    private bool End(ContentLine line)
    {
        if (_open.TryPop(out var component) && component.Name.Equals(line.Value.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return Fault("no-begin", line, component is null ? "Nothing has begun that ends here." : $"Here ends '{Shown.Of(line.Value)}', where END:{Shown.Of(component.Name)} is wanted.");
    }

    private static bool Add(Component component, ContentLine line)
    {
        component.Lines.Add(line);
        return true;
    }

    private bool Fault(string problem, ContentLine line, string message)
    {
        faults.Add(problem, line.Number, message);
        return false;
    }
}
