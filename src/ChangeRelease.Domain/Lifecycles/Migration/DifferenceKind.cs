namespace ChangeRelease.Domain.Lifecycles;

/// <summary>In what two definitions differ.</summary>
public enum DifferenceKind
{
    /// <summary>A state that only the later table has.</summary>
    StateAdded,

    /// <summary>A state that only the earlier table has.</summary>
    StateRemoved,

    /// <summary>A state that belongs to another phase.</summary>
    StateMoved,

    /// <summary>A life begins elsewhere.</summary>
    StartChanged,

    /// <summary>A state where a life may end now.</summary>
    EndAdded,

    /// <summary>A state where no life ends any more.</summary>
    EndRemoved,

    /// <summary>A trigger that only the later table has.</summary>
    TriggerAdded,

    /// <summary>A trigger that only the earlier table has.</summary>
    TriggerRemoved,

    /// <summary>A trigger takes one more parameter.</summary>
    ParameterAdded,

    /// <summary>A trigger takes a parameter no longer.</summary>
    ParameterRemoved,

    /// <summary>A parameter is of another manner, is required or is not, has other choices, or is said to be for something else.</summary>
    ParameterChanged,

    /// <summary>A row that only the later table has.</summary>
    RowAdded,

    /// <summary>A row that only the earlier table has.</summary>
    RowRemoved,

    /// <summary>A row has one more case.</summary>
    OutcomeAdded,

    /// <summary>A row has a case no longer.</summary>
    OutcomeRemoved,

    /// <summary>A row leads elsewhere, in one of its cases or in all.</summary>
    OutcomeRedirected,

    /// <summary>A way back is for those who came from other states.</summary>
    OriginsChanged,

    /// <summary>After a row the subject may count as having come from other states.</summary>
    ComesFromChanged,

    /// <summary>A row asks for one more requirement.</summary>
    RequirementAdded,

    /// <summary>A row asks for a requirement no longer.</summary>
    RequirementRemoved,

    /// <summary>A row may run against the order of the phases now.</summary>
    SideDoorMade,

    /// <summary>A row may no longer run against the order of the phases.</summary>
    SideDoorUnmade,

    /// <summary>Another question decides between the outcomes of a row.</summary>
    SelectorChanged,

    /// <summary>What both have stands in another order.</summary>
    OrderChanged,
}
