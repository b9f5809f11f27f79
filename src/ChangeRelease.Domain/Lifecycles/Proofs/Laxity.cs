namespace ChangeRelease.Domain.Lifecycles;

/// <summary>In what a definition is laxer than another (S-12).</summary>
public enum Laxity
{
    /// <summary>It has a transition where the other has none.</summary>
    TransitionAdded,

    /// <summary>A transition does not ask for everything that the other's asks for.</summary>
    RequirementDropped,

    /// <summary>A transition leads out of the definition, or to another place of another definition, where the other's does not, or gives an answer that the other's does not know.</summary>
    LeadsElsewhere,

    /// <summary>It is in a later phase than the other.</summary>
    RunsAhead,

    /// <summary>It goes on where the other is put aside.</summary>
    NotPutAside,

    /// <summary>It ends where the other does not end, or in another final state of the other.</summary>
    EndsOtherwise,

    /// <summary>Nothing was found, and the tables are too large to be compared in full: what is not proved does not hold (S-4).</summary>
    Undecided,
}
