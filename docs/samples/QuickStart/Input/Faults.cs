namespace QuickStart.Input;

/// <summary>Everything found wrong so far. Reading goes on after a fault, so that all of them are told at once.</summary>
internal sealed class Faults
{
    private readonly List<InputFault> _all = [];

    public int Count => _all.Count;

    /// <summary>One file after the other, each from top to bottom.</summary>
    public IReadOnlyList<InputFault> InOrder => [.. _all.OrderBy(fault => fault.Place.File, StringComparer.Ordinal).ThenBy(fault => fault.Place.Line).ThenBy(fault => fault.Place.Column)];

    public void Add(Place place, string message, string remedy) => _all.Add(new InputFault(place, message, remedy));
}
