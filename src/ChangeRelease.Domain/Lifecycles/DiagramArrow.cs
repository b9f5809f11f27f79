using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>An arrow as it is drawn: one outcome of a row, or several that stay in a state.</summary>
internal sealed record DiagramArrow(string From, string To, ValueList<DiagramAct> Acts, DiagramMarks Marks, bool IsSideDoor)
{
    /// <summary>What stands beside the arrow: an act and what it needs below it; an empty line between acts that show their needs.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            var isSpaced = Acts.Any(act => act.Needs.Count > 0);
            return Acts.SelectMany((act, at) => (IEnumerable<string>)(at > 0 && isSpaced ? [string.Empty, act.Name, .. act.Needs] : [act.Name, .. act.Needs]));
        }
    }

    public bool IsLoop => string.Equals(From, To, StringComparison.Ordinal);
}
