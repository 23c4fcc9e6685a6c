just-published = Fresh from the river
