namespace ChangeRelease.Domain.ICalendar;

/// <summary>What stands between a BEGIN and its END.</summary>
internal sealed class Component(string name, int line)
{
    public string Name => name;

    /// <summary>The number of the line with its BEGIN.</summary>
    public int Line => line;

    public List<ContentLine> Lines { get; } = [];

    public List<Component> Children { get; } = [];
}
